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

const QStringList &listsOfScope()
{
    static const QStringList lists{u"data_categories"_s, u"lawful_bases"_s};
    return lists;
}

} // namespace

void StateCheck::see(const AuditEvent &event)
{
    const AuditAction action = auditActionOf(event.action); // once: a log may have millions
    m_credentials.see(action, event);
    seePartner(action, event);
    seeOperator(action, event);
    seeSession(action, event);
    seeCatalogue(action, event);
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

/// What a scope is allowed for, and what a plan allows.
void StateCheck::seeCatalogue(AuditAction action, const AuditEvent &event)
{
    const QString &id = event.targetId;
    switch (action) {
    case AuditAction::ScopeEdit:
        for (const FieldChange &change : event.changes) {
            if (!listsOfScope().contains(change.field))
                m_scopeValues[id].insert(change.field, change.after);
            else if (change.before.isEmpty() != change.after.isEmpty())
                m_scopeEntries[id].insert({change.field, change.before + change.after},
                                          change.before.isEmpty());
        }
        break;
    case AuditAction::ScopeRemove: // an import may make it anew, as it describes it
        m_scopeValues.remove(id);
        m_scopeEntries.remove(id);
        break;
    case AuditAction::ApiRemove: // its scopes go with it, and no event names them
        m_scopeValues.clear();
        m_scopeEntries.clear();
        break;
    case AuditAction::PlanCreate:
    case AuditAction::PlanEdit:
        for (const FieldChange &change : event.changes) {
            if (change.field.contains(u'.')) // "production.rate"
                m_plans[id].insert(change.field, change.after);
        }
        break;
    case AuditAction::PlanRemove:
        m_plans.remove(id);
        m_removedPlans.insert(id);
        break;
    default: // says nothing about the catalogue's rows
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

QString StateCheck::ofScopes(Tx &tx) const
{
    if (m_scopeValues.isEmpty() && m_scopeEntries.isEmpty())
        return {};
    const QList<Scope> scopes = catalogue_rows::scopes(tx);
    for (const Scope &scope : scopes) {
        const QString differs = u"the scope %1 is described otherwise than its events say"_s.arg(scope.name);
        const bool sensitive = m_scopeValues.value(scope.name).value(u"sensitive"_s) == u"true";
        if (m_scopeValues.value(scope.name).contains(u"sensitive"_s) && sensitive != scope.sensitive)
            return differs;
        QSet<std::pair<QString, QString>> entries;
        for (const QString &each : scope.dataCategories)
            entries.insert({u"data_categories"_s, pc::rules::listItem(each)});
        for (const LawfulBasis each : scope.lawfulBases)
            entries.insert({u"lawful_bases"_s, toText(each)});
        const auto said = m_scopeEntries.value(scope.name);
        for (auto entry = said.cbegin(); entry != said.cend(); ++entry) {
            if (entries.contains(entry.key()) != entry.value())
                return differs;
        }
    }
    return {};
}

QString StateCheck::ofPlans(Tx &tx) const
{
    if (m_plans.isEmpty() && m_removedPlans.isEmpty())
        return {};
    QSet<QString> stored;
    const QList<Plan> plans = catalogue_rows::plans(tx);
    for (const Plan &plan : plans) {
        stored.insert(plan.id);
        if (m_removedPlans.contains(plan.id))
            return u"the plan %1 was removed, and is there"_s.arg(plan.id);
        QHash<QString, QString> limits;
        for (const FieldChange &change : auditDiff({}, toJson(plan)))
            limits.insert(change.field, change.after);
        const auto said = m_plans.value(plan.id);
        for (auto limit = said.cbegin(); limit != said.cend(); ++limit) {
            if (limits.value(limit.key()) != limit.value())
                return u"the plan %1 has other limits than its events say"_s.arg(plan.id);
        }
    }
    for (auto plan = m_plans.cbegin(); plan != m_plans.cend(); ++plan) {
        if (!stored.contains(plan.key()))
            return u"no event says that the plan %1 was removed"_s.arg(plan.key());
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
    for (const QString &found : {ofCredentials(tx), ofPartners(tx), ofGrants(tx), ofNetworks(tx),
                                 ofScopes(tx), ofPlans(tx), ofOperators(tx), ofSessions(tx)}) {
        if (!found.isEmpty())
            return found;
    }
    return {};
}

} // namespace pc::platform
