// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/catalogue/plan_change.h"

#include "contract/codec/codecs.h"
#include "contract/crypto/random_source.h"
#include "contract/rules/limits.h"
#include "platform/domain/audit_diff.h"
#include "platform/store/rows/catalogue_rows.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

const QStringList &notAudited()
{
    static const QStringList members{u"id"_s, u"version"_s, u"updated_at"_s, u"updated_by"_s, u"partners"_s};
    return members;
}

WriteOutcome stored(const WriteCall &call, Tx &tx, Plan &plan, AuditAction action, QList<FieldChange> changes)
{
    plan.updatedAt = call.now;
    plan.updatedBy = call.actor.account;
    catalogue_rows::put(tx, plan);
    AuditEvent event = eventAbout(action, plan.id, plan.name, {});
    event.changes = std::move(changes);
    return outcomeOf(std::move(event), ChangeKind::Catalogue);
}

} // namespace

QList<FieldChange> planChanges(const Plan &before, const Plan &after)
{
    return auditDiff(toJson(before), toJson(after), notAudited());
}

WriteOutcome storeNewPlan(const WriteCall &call, Tx &tx, Plan &plan)
{
    plan.id = u"pln_"_s + QString::fromLatin1(randomBase62(call.context.random, 16).view());
    WriteOutcome outcome =
        stored(call, tx, plan, AuditAction::PlanCreate, auditDiff({}, toJson(plan), notAudited()));
    outcome.policy = {PlanRule{plan.id, pc::rules::limitsOf(plan)}};
    return outcome;
}

WriteOutcome storePlan(const WriteCall &call, Tx &tx, const Plan &before, Plan &plan)
{
    plan.version = before.version + 1;
    WriteOutcome outcome = stored(call, tx, plan, AuditAction::PlanEdit, planChanges(before, plan));
    outcome.events.first().also = {ChangeKind::Grant};
    if (pc::rules::limitsOf(plan) != pc::rules::limitsOf(before))
        outcome.policy = {PlanRule{plan.id, pc::rules::limitsOf(plan)}};
    return outcome;
}

WriteOutcome dropPlan(Tx &tx, const Plan &plan)
{
    catalogue_rows::removePlan(tx, plan.id);
    AuditEvent event = eventAbout(AuditAction::PlanRemove, plan.id, plan.name, {});
    event.changes = auditDiff(toJson(plan), {}, notAudited());
    WriteOutcome outcome = outcomeOf(std::move(event), ChangeKind::Catalogue);
    outcome.policy = {PlanRule{plan.id, {}}};
    return outcome;
}

} // namespace pc::platform
