// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/grant_undo.h"

#include "models/access/grant_changes.h"

#include <algorithm>

namespace pc::models {

namespace {

const Limits *planLimits(const QList<Plan> &plans, const QString &id, Stage stage)
{
    const auto plan =
        std::find_if(plans.cbegin(), plans.cend(), [&id](const Plan &each) { return each.id == id; });
    if (plan == plans.cend())
        return nullptr;
    switch (stage) {
    case Stage::Sandbox:
        return &plan->sandbox;
    case Stage::Limited:
        return &plan->limited;
    case Stage::Production:
        return &plan->production;
    case Stage::Unknown:
        break;
    }
    return nullptr;
}

/// 0 is "no daily quota", which is more than any quota.
bool within(const Limits &limits, const Limits &plan)
{
    const bool quota =
        plan.dailyQuota == 0 || (limits.dailyQuota > 0 && limits.dailyQuota <= plan.dailyQuota);
    return quota && limits.rate <= plan.rate && limits.burst <= plan.burst;
}

} // namespace

bool mayUndoAtOnce(const Grant &before, const GrantEdit &after, const QList<Plan> &plans, Stage stage,
                   const QDateTime &now)
{
    if (before.planId != after.planId || before.scopes != after.scopes || before.resources != after.resources)
        return false;
    const Limits *plan = planLimits(plans, after.planId, stage);
    return plan && within(limitsToCome(editOf(before), plans, stage, now), *plan) &&
           within(limitsToCome(after, plans, stage, now), *plan);
}

} // namespace pc::models
