// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/verify/offer_events.h"

#include "contract/codec/codecs.h"
#include "contract/rules/list_line.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/said.h"
#include "platform/store/rows/catalogue_rows.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

const QStringList &listsOfScope()
{
    static const QStringList lists{u"data_categories"_s, u"lawful_bases"_s};
    return lists;
}

} // namespace

void OfferEvents::see(AuditAction action, const AuditEvent &event)
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
    default: // says nothing about scopes and plans
        break;
    }
}

QString OfferEvents::ofScopes(Tx &tx) const
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
            entries.insert({u"data_categories"_s, asLogged(pc::rules::listItem(each))});
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

QString OfferEvents::ofPlans(Tx &tx) const
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

QString OfferEvents::contradiction(Tx &tx) const
{
    const QString found = ofScopes(tx);
    return found.isEmpty() ? ofPlans(tx) : found;
}

} // namespace pc::platform
