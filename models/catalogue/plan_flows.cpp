// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/plan_flows.h"

#include "client/http/stale.h"
#include "models/base/change_feed.h"
#include "models/base/request_check.h"

namespace pc::models {

using PlanResult = client::Result<Versioned<Plan>>;

PlanDraft draftOf(const Plan &plan)
{
    PlanDraft draft;
    draft.name = plan.name;
    draft.description = plan.description;
    draft.sandbox = plan.sandbox;
    draft.limited = plan.limited;
    draft.production = plan.production;
    return draft;
}

SavePlanFlow::SavePlanFlow(client::PlansClient &plans, const std::optional<Versioned<Plan>> &base,
                           const PlanDraft &draft, QObject *parent)
    : Flow(parent), m_plans(plans), m_base(base), m_draft(draft)
{
}

SavePlanFlow::~SavePlanFlow() = default;

void SavePlanFlow::setDraft(const PlanDraft &draft)
{
    if (mayEdit())
        m_draft = draft;
}

std::optional<Versioned<Plan>> SavePlanFlow::current() const
{
    return error() ? client::currentState<Plan>(*error()) : std::nullopt;
}

void SavePlanFlow::rebase(const Versioned<Plan> &current)
{
    if (mayEdit())
        m_base = current;
}

PlanDraft SavePlanFlow::request() const
{
    PlanDraft draft = m_draft;
    draft.reason = reason();
    draft.ticket = ticket();
    return draft;
}

std::optional<client::ApiError> SavePlanFlow::refusal() const
{
    return refusedBeforehand("PlanDraft", request());
}

void SavePlanFlow::send()
{
    const auto onAnswer = [this](PlanResult result) {
        if (!result)
            return fail(result.error());
        m_result = std::move(*result);
        succeed();
    };
    if (m_base)
        m_call = m_plans.edit(m_base->value.id, request(), m_base->etag, key(), this, onAnswer);
    else
        m_call = m_plans.create(request(), key(), this, onAnswer);
}

RemovePlanFlow::RemovePlanFlow(client::PlansClient &plans, ChangeFeed &feed, const Versioned<Plan> &plan,
                               QObject *parent)
    : Flow(parent), m_plans(plans), m_plan(plan)
{
    follow(feed, ChangeKind::Catalogue, plan.value.id);
}

RemovePlanFlow::~RemovePlanFlow() = default;

std::optional<Versioned<Plan>> RemovePlanFlow::current() const
{
    return error() ? client::currentState<Plan>(*error()) : std::nullopt;
}

void RemovePlanFlow::rebase(const Versioned<Plan> &current)
{
    if (mayEdit())
        m_plan = current;
}

std::optional<client::ApiError> RemovePlanFlow::refusal() const
{
    return refusedBeforehand("ActRequest", ActRequest{reason(), ticket()});
}

void RemovePlanFlow::send()
{
    m_call = m_plans.remove(m_plan.value.id, {reason(), ticket()}, m_plan.etag, key(), this,
                            [this](const client::Result<Plan> &result) {
                                if (!result)
                                    return fail(result.error());
                                succeed();
                            });
}

void RemovePlanFlow::look()
{
    m_look = m_plans.plan(m_plan.value.id, this, [this](const PlanResult &result) {
        if (!result && result.error().kind == client::ErrorKind::NotFound)
            settle();
    });
}

} // namespace pc::models
