// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/catalogue/plan_handlers.h"

#include "platform/admin/api/body.h"
#include "platform/admin/catalogue/plan_change.h"
#include "platform/admin/catalogue/plan_effect.h"
#include "platform/domain/scope_rules.h"
#include "platform/store/rows/catalogue_rows.h"

#include <algorithm>

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

/// What the table says of it; names among others are asked in the store.
AdminExpected<Body<PlanDraft>> planDraftOf(const AdminCall &call)
{
    AdminExpected<Body<PlanDraft>> body = readBody<PlanDraft>(call);
    if (!body)
        return body;
    FieldCheck check(body->faults);
    check.reason(body->value.reason, pc::rules::reasonNeed(call.operation.op));
    body->faults = check.errors();
    return body;
}

void tellWhy(WriteOutcome &outcome, const QString &reason, const QString &ticket)
{
    for (WriteEvent &each : outcome.events) {
        each.event.reason = reason;
        each.event.ticket = ticket;
    }
}

AdminReply answerOf(const AdminCall &call, Plan plan, int status = 200)
{
    plan.partners = partnersOn(*call.context.policy.current(), plan.id);
    return replyVersioned(plan, plan.version, status);
}

WriteResult createPlan(const WriteCall &call, const AdminExpected<Body<PlanDraft>> &asked, Tx &tx)
{
    if (!asked)
        return tl::make_unexpected(asked.error());
    const PlanDraft &draft = asked->value;
    const QList<FieldError> errors = domain::checkPlan(draft, asked->faults, catalogue_rows::plans(tx), {});
    if (!errors.isEmpty())
        return invalid(errors);
    Plan plan = domain::edited({}, draft);
    WriteOutcome outcome = storeNewPlan(call, tx, plan);
    tellWhy(outcome, draft.reason, draft.ticket);
    outcome.answer = answerOf(call, plan, 201);
    return outcome;
}

WriteResult editPlan(const WriteCall &call, const AdminExpected<Body<PlanDraft>> &asked, Tx &tx)
{
    const auto before = catalogue_rows::plan(tx, call.parameter("plan_id"));
    if (!before)
        return notFound(u"plan"_s);
    if (!call.matches(before->version))
        return stale(toJson(*before), etagOf(before->version));
    if (!asked)
        return tl::make_unexpected(asked.error());
    const PlanDraft &draft = asked->value;
    const QList<FieldError> errors =
        domain::checkPlan(draft, asked->faults, catalogue_rows::plans(tx), before->id);
    if (!errors.isEmpty())
        return invalid(errors);
    Plan plan = domain::edited(*before, draft);
    if (planChanges(*before, plan).isEmpty())
        return WriteOutcome{answerOf(call, *before)};
    WriteOutcome outcome = storePlan(call, tx, *before, plan);
    tellWhy(outcome, draft.reason, draft.ticket);
    outcome.answer = answerOf(call, plan);
    return outcome;
}

WriteResult removePlan(const WriteCall &call, const AdminExpected<ActRequest> &act, Tx &tx)
{
    const auto plan = catalogue_rows::plan(tx, call.parameter("plan_id"));
    if (!plan)
        return notFound(u"plan"_s);
    if (!call.matches(plan->version))
        return stale(toJson(*plan), etagOf(plan->version));
    if (!act)
        return tl::make_unexpected(act.error());
    const QList<Grant> grants = catalogue_rows::grants(tx);
    const auto held = std::count_if(grants.begin(), grants.end(),
                                    [&plan](const Grant &each) { return each.planId == plan->id; });
    if (held > 0)
        return refuse(ProblemCode::PlanInUse, u"Partners have this plan"_s,
                      u"%1 of them; give them another plan first."_s.arg(held));
    if (catalogue_rows::plans(tx).size() == 1)
        return refuse(ProblemCode::PlanInUse, u"It is the only plan"_s,
                      u"Every partner needs a plan: add another one first."_s);
    WriteOutcome outcome = dropPlan(tx, *plan);
    tellWhy(outcome, act->reason, act->ticket);
    outcome.answer = replyWith(*plan);
    return outcome;
}

} // namespace

AdminResult planList(const AdminCall &call, Tx &tx)
{
    QHash<QString, int> partners;
    call.context.policy.current()->forEachPartner(
        [&partners](const PartnerRule &each) { ++partners[each.facts.planId]; });
    Page<Plan> page;
    page.items = catalogue_rows::plans(tx);
    for (Plan &each : page.items)
        each.partners = partners.value(each.id);
    page.count = page.items.size();
    return replyWith(page);
}

AdminResult planGet(const AdminCall &call, Tx &tx)
{
    const auto plan = catalogue_rows::plan(tx, call.parameter("plan_id"));
    return plan ? AdminResult(answerOf(call, *plan)) : notFound(u"plan"_s);
}

AdminResult planEffectOf(const AdminCall &call, Tx &tx)
{
    const auto plan = catalogue_rows::plan(tx, call.parameter("plan_id"));
    if (!plan)
        return notFound(u"plan"_s);
    const AdminExpected<Body<PlanDraft>> draft = planDraftOf(call);
    if (!draft)
        return tl::make_unexpected(draft.error());
    const QList<FieldError> errors =
        domain::checkPlan(draft->value, draft->faults, catalogue_rows::plans(tx), plan->id);
    if (!errors.isEmpty())
        return invalid(errors);
    return replyWith(planEffect(call, tx, domain::edited(*plan, draft->value)));
}

AdminExpected<PreparedWrite> planCreate(const WriteCall &call)
{
    return PreparedWrite{
        [draft = planDraftOf(call)](const WriteCall &write, Tx &tx) { return createPlan(write, draft, tx); }};
}

AdminExpected<PreparedWrite> planEdit(const WriteCall &call)
{
    return PreparedWrite{
        [draft = planDraftOf(call)](const WriteCall &write, Tx &tx) { return editPlan(write, draft, tx); }};
}

AdminExpected<PreparedWrite> planRemove(const WriteCall &call)
{
    return PreparedWrite{
        [act = actOf(call)](const WriteCall &write, Tx &tx) { return removePlan(write, act, tx); }};
}

} // namespace pc::platform::handlers
