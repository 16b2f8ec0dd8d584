// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/plans_client.h"
#include "models/base/flow.h"

namespace pc::models {

/// The editable half of a plan.
[[nodiscard]] PlanDraft draftOf(const Plan &plan);

/// Makes a plan, or edits one. Failed with kind Stale: somebody else was first; current() is how it stands
/// now.
class SavePlanFlow final : public Flow
{
    Q_OBJECT
public:
    /// `base`: the one that is edited; none for a new one, which begins as `draft`.
    SavePlanFlow(client::PlansClient &plans, const std::optional<Versioned<Plan>> &base,
                 const PlanDraft &draft, QObject *parent = nullptr);
    ~SavePlanFlow() override;
    [[nodiscard]] const std::optional<Versioned<Plan>> &base() const { return m_base; }
    [[nodiscard]] const PlanDraft &draft() const { return m_draft; }
    /// Without reason and ticket, which are the flow's.
    void setDraft(const PlanDraft &draft);
    [[nodiscard]] std::optional<Versioned<Plan>> current() const;
    /// Goes on from there: the next submit replaces that.
    void rebase(const Versioned<Plan> &current);
    [[nodiscard]] const std::optional<Versioned<Plan>> &result() const { return m_result; }

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    [[nodiscard]] PlanDraft request() const;

    client::PlansClient &m_plans;
    std::optional<Versioned<Plan>> m_base;
    PlanDraft m_draft;
    std::optional<Versioned<Plan>> m_result;
};

/// Takes a plan out that no partner has.
class RemovePlanFlow final : public Flow
{
    Q_OBJECT
public:
    RemovePlanFlow(client::PlansClient &plans, ChangeFeed &feed, const Versioned<Plan> &plan,
                   QObject *parent = nullptr);
    ~RemovePlanFlow() override;
    [[nodiscard]] const Versioned<Plan> &plan() const { return m_plan; }
    [[nodiscard]] std::optional<Versioned<Plan>> current() const;
    void rebase(const Versioned<Plan> &current);

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    void look() override;

    client::PlansClient &m_plans;
    Versioned<Plan> m_plan;
};

} // namespace pc::models
