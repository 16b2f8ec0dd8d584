// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/verify/state_check.h"

#include "contract/rules/list_line.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/network_changes.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/doc.h"
#include "platform/store/rows/network_rows.h"
#include "platform/store/rows/partner_rows.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

QSet<QString> setOf(const QString &list)
{
    const QStringList items = list.split(u", "_s, Qt::SkipEmptyParts);
    return {items.begin(), items.end()};
}

} // namespace

void StateCheck::see(const AuditEvent &event)
{
    const AuditAction action = auditActionOf(event.action); // once: a log may have millions
    m_credentials.see(action, event);
    seePartner(action, event);
    seeOperator(action, event);
    seeSession(action, event);
}

void StateCheck::seePartner(AuditAction action, const AuditEvent &event)
{
    const QString &id = event.targetId;
    switch (action) {
    case AuditAction::PartnerCreate:
        if (const FieldChange *said = saidOf(event, u"scopes"))
            m_scopes.insert(id, setOf(said->after));
        followStage(event);
        break;
    case AuditAction::PartnerPromote:
        followStage(event);
        break;
    case AuditAction::PartnerFreeze:
        m_frozen.insert(id);
        break;
    case AuditAction::PartnerUnfreeze:
        m_frozen.remove(id);
        break;
    case AuditAction::GrantEdit:
        followScopes(event);
        break;
    case AuditAction::NetworksEdit:
        followNetworks(event);
        break;
    default: // says nothing about a partner's rows
        break;
    }
}

void StateCheck::followStage(const AuditEvent &event)
{
    if (const FieldChange *said = saidOf(event, u"stage"))
        m_stages.insert(event.targetId, said->after);
}

/// One by one as they went and came; or, when only their order changed, all of them before and after.
void StateCheck::followScopes(const AuditEvent &event)
{
    const auto scopes = m_scopes.find(event.targetId);
    if (scopes == m_scopes.end())
        return;
    for (const FieldChange &change : event.changes) {
        if (change.field != u"scopes" || change.before == change.after)
            continue;
        if (change.before.isEmpty())
            scopes->insert(change.after);
        else if (change.after.isEmpty())
            scopes->remove(change.before);
        else if (change.after.size() < longestChangeText) // else it may have been cut
            *scopes = setOf(change.after);
    }
}

/// Line by line, as they went and came. (Of another order there is nothing to follow.)
void StateCheck::followNetworks(const AuditEvent &event)
{
    QMap<QString, QSet<QString>> &lists = m_networks[event.targetId];
    for (const FieldChange &change : event.changes) {
        if (change.before.isEmpty())
            lists[change.field].insert(change.after);
        else if (change.after.isEmpty())
            lists[change.field].remove(change.before);
        if (lists.value(change.field).isEmpty())
            lists.remove(change.field);
    }
}

void StateCheck::seeOperator(AuditAction action, const AuditEvent &event)
{
    const QString &account = event.targetId;
    switch (action) {
    case AuditAction::OperatorDisable:
        m_disabled.insert(account);
        m_sessions.removeIf([&account](const auto &session) { return session.value() == account; });
        break;
    case AuditAction::OperatorAdd:
    case AuditAction::OperatorEdit:
        for (const FieldChange &change : event.changes) {
            if (change.field == u"roles")
                m_roles.insert(account, change.after);
            else if (change.field == u"status" && change.after == u"enabled")
                m_disabled.remove(account);
        }
        break;
    default: // says nothing about an operator's row
        break;
    }
}

void StateCheck::seeSession(AuditAction action, const AuditEvent &event)
{
    if (action == AuditAction::SessionEnd) {
        m_sessions.remove(event.targetId);
    } else if (action == AuditAction::SessionBegin) {
        if (const FieldChange *chain = saidOf(event, u"session"))
            m_sessions.insert(chain->after, event.targetId);
    }
}

QString StateCheck::ofCredentials(Tx &tx) const
{
    const QList<CredentialRow> rows = credential_rows::all(tx);
    for (const CredentialRow &row : rows) {
        if (const QString found = m_credentials.contradiction(row); !found.isEmpty())
            return found;
    }
    return {};
}

QString StateCheck::ofPartners(Tx &tx) const
{
    const QList<Partner> partners = partner_rows::all(tx);
    for (const Partner &partner : partners) {
        if (m_frozen.contains(partner.id) && partner.status == PartnerStatus::Active)
            return u"the partner %1 was frozen, and its row says that it is not"_s.arg(partner.id);
        const auto stage = m_stages.constFind(partner.id);
        if (stage != m_stages.constEnd() && *stage != toText(partner.stage))
            return u"the partner %1 is at another stage than its events say"_s.arg(partner.id);
    }
    return {};
}

QString StateCheck::ofGrants(Tx &tx) const
{
    const QList<Grant> grants = catalogue_rows::grants(tx);
    for (const Grant &grant : grants) {
        const auto scopes = m_scopes.constFind(grant.partnerId);
        if (scopes != m_scopes.constEnd() &&
            !scopes->contains(QSet<QString>(grant.scopes.begin(), grant.scopes.end())))
            return u"the partner %1 has scopes that no event gave it"_s.arg(grant.partnerId);
    }
    return {};
}

/// A list with fewer lines may let more through: an empty one of the sandbox restricts nothing.
QString StateCheck::ofNetworks(Tx &tx) const
{
    const QList<NetworkRules> rows =
        network_rows::areKept(tx) ? network_rows::all(tx) : QList<NetworkRules>();
    QHash<QString, QMap<QString, QSet<QString>>> stored;
    for (const NetworkRules &rules : rows) {
        const QMap<QString, QStringList> lists = domain::networkLines(rules);
        for (auto list = lists.begin(); list != lists.end(); ++list) {
            QSet<QString> &lines = stored[rules.partnerId][list.key()];
            for (const QString &line : *list)
                lines.insert(pc::rules::listItem(line));
        }
    }
    QSet<QString> partners;
    for (const QString &id : stored.keys() + m_networks.keys())
        partners.insert(id);
    for (const QString &id : std::as_const(partners)) {
        if (stored.value(id) != m_networks.value(id))
            return u"the partner %1 has other allow-lists than its events say"_s.arg(id);
    }
    return {};
}

QString StateCheck::ofSessions(Tx &tx) const
{
    const QList<SessionRow> rows = session_rows::all(tx);
    for (const SessionRow &row : rows) {
        if (m_sessions.value(row.chain) != row.account)
            return u"no event says that the session %1 of \"%2\" began, or it was ended"_s.arg(row.chain,
                                                                                               row.account);
    }
    return {};
}

QString StateCheck::ofOperators(Tx &tx) const
{
    const QList<OperatorRow> rows = operator_rows::all(tx);
    for (const OperatorRow &row : rows) {
        if (m_disabled.contains(row.account) && !row.disabledAt)
            return u"the operator \"%1\" was disabled, and its row says that it is not"_s.arg(row.account);
        const auto roles = m_roles.constFind(row.account);
        if (roles != m_roles.constEnd() && *roles != textsOf(row.roles).join(u", "_s))
            return u"the operator \"%1\" has other roles than its events say"_s.arg(row.account);
        if (roles == m_roles.constEnd())
            return u"no event says that the operator \"%1\" was added"_s.arg(row.account);
    }
    return {};
}

QString StateCheck::contradiction(Tx &tx) const
{
    for (const QString &found :
         {ofCredentials(tx), ofPartners(tx), ofGrants(tx), ofNetworks(tx), ofOperators(tx), ofSessions(tx)}) {
        if (!found.isEmpty())
            return found;
    }
    return {};
}

} // namespace pc::platform
