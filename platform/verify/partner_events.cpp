// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/verify/partner_events.h"

#include "contract/codec/codecs.h"
#include "contract/rules/list_line.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/network_changes.h"
#include "platform/domain/said.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/network_rows.h"
#include "platform/store/rows/partner_rows.h"
#include "platform/store/sql/migrations.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

bool isOfLimits(const QString &field)
{
    return field.startsWith(u"limit_override."_s);
}

} // namespace

void PartnerEvents::see(AuditAction action, const AuditEvent &event)
{
    const QString &id = event.targetId;
    switch (action) {
    case AuditAction::PartnerCreate:
        if (const FieldChange *said = saidOf(event, u"scopes"))
            m_grants.insert(id, {setOf(said->after), {}, {}});
        follow(event);
        break;
    case AuditAction::PartnerEdit:
    case AuditAction::PartnerPromote:
        follow(event);
        break;
    case AuditAction::PartnerFreeze:
        m_frozen.insert(id);
        break;
    case AuditAction::PartnerUnfreeze:
        m_frozen.remove(id);
        break;
    case AuditAction::GrantEdit:
        follow(event);
        followGrant(event);
        break;
    case AuditAction::NetworksEdit:
        followNetworks(event);
        break;
    default: // says nothing about a partner's rows
        break;
    }
}

void PartnerEvents::follow(const AuditEvent &event)
{
    if (const FieldChange *said = saidOf(event, u"stage"))
        m_stages.insert(event.targetId, said->after);
    if (const FieldChange *said = saidOf(event, u"plan_id"))
        m_plans.insert(event.targetId, said->after);
}

/// One by one as they went and came; or, when only their order changed, all of them before and after.
void PartnerEvents::followGrant(const AuditEvent &event)
{
    const auto grant = m_grants.find(event.targetId);
    if (grant == m_grants.end())
        return;
    for (const FieldChange &change : event.changes) {
        if (isOfLimits(change.field))
            grant->limits.insert(change.field, change.after);
        const bool ofScopes = change.field == u"scopes";
        if ((!ofScopes && change.field != u"resources") || change.before == change.after)
            continue;
        QSet<QString> &list = ofScopes ? grant->scopes : grant->resources;
        if (change.before.isEmpty())
            list.insert(change.after);
        else if (change.after.isEmpty())
            list.remove(change.before);
        else if (ofScopes && change.after.size() < longestChangeText) // else it may have been cut
            list = setOf(change.after);
    }
}

/// Line by line, as they went and came. (Of another order there is nothing to follow.)
void PartnerEvents::followNetworks(const AuditEvent &event)
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

QString PartnerEvents::ofPartners(Tx &tx) const
{
    const QList<Partner> partners = partner_rows::all(tx);
    for (const Partner &partner : partners) {
        if (m_frozen.contains(partner.id) && partner.status == PartnerStatus::Active)
            return u"the partner %1 was frozen, and its row says that it is not"_s.arg(partner.id);
        const auto stage = m_stages.constFind(partner.id);
        if (stage != m_stages.constEnd() && *stage != toText(partner.stage))
            return u"the partner %1 is at another stage than its events say"_s.arg(partner.id);
        const auto plan = m_plans.constFind(partner.id);
        if (plan != m_plans.constEnd() && *plan != partner.planId)
            return u"the partner %1 has another plan than its events say"_s.arg(partner.id);
    }
    return {};
}

QString PartnerEvents::ofGrants(Tx &tx) const
{
    const QList<Grant> grants = catalogue_rows::grants(tx);
    for (const Grant &grant : grants) {
        const QString &id = grant.partnerId;
        const auto plan = m_plans.constFind(id);
        if (plan != m_plans.constEnd() && *plan != grant.planId)
            return u"the grant of the partner %1 has another plan than its events say"_s.arg(id);
        const auto said = m_grants.constFind(id);
        if (said == m_grants.constEnd())
            continue;
        if (!said->scopes.contains(QSet<QString>(grant.scopes.begin(), grant.scopes.end())))
            return u"the partner %1 has scopes that no event gave it"_s.arg(id);
        QSet<QString> resources;
        QHash<QString, QString> limits;
        for (const FieldChange &each : auditDiff({}, toJson(grant))) {
            if (each.field == u"resources" && !each.after.isEmpty())
                resources.insert(asLogged(each.after));
            else if (isOfLimits(each.field))
                limits.insert(each.field, each.after);
        }
        if (resources != said->resources)
            return u"the partner %1 is bound to other resources than its events say"_s.arg(id);
        for (const QString &field : limits.keys() + said->limits.keys()) {
            if (limits.value(field) != said->limits.value(field))
                return u"the partner %1 has other limits of its own than its events say"_s.arg(id);
        }
    }
    return {};
}

/// A list with fewer lines may let more through: an empty one of the sandbox restricts nothing.
QString PartnerEvents::ofNetworks(Tx &tx) const
{
    const QList<NetworkRules> rows =
        isCarriedOut(tx, network_rows::schemaStep) ? network_rows::all(tx) : QList<NetworkRules>();
    QHash<QString, QMap<QString, QSet<QString>>> stored;
    for (const NetworkRules &rules : rows) {
        const QMap<QString, QStringList> lists = domain::networkLines(rules);
        for (auto list = lists.begin(); list != lists.end(); ++list) {
            QSet<QString> &lines = stored[rules.partnerId][list.key()];
            for (const QString &line : *list)
                lines.insert(asLogged(pc::rules::listItem(line)));
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

QString PartnerEvents::contradiction(Tx &tx) const
{
    for (const auto check :
         {&PartnerEvents::ofPartners, &PartnerEvents::ofGrants, &PartnerEvents::ofNetworks}) {
        if (const QString found = (this->*check)(tx); !found.isEmpty())
            return found;
    }
    return {};
}

} // namespace pc::platform
