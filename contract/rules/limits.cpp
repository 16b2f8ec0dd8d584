// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/limits.h"

#include <algorithm>

namespace pc::rules {

Limits StageLimits::at(Stage stage) const
{
    switch (stage) {
    case Stage::Sandbox:
        return sandbox;
    case Stage::Limited:
        return limited;
    case Stage::Production:
        return production;
    case Stage::Unknown:
        break;
    }
    return noLimitsKnown;
}

StageLimits limitsOf(const Plan &plan)
{
    return {plan.sandbox, plan.limited, plan.production};
}

StageLimits limitsOf(const QList<Plan> &plans, const QString &planId)
{
    const auto found =
        std::find_if(plans.begin(), plans.end(), [&planId](const Plan &plan) { return plan.id == planId; });
    return found == plans.end() ? StageLimits{} : limitsOf(*found);
}

Realm realmOf(Stage stage)
{
    switch (stage) {
    case Stage::Sandbox:
        return Realm::Sandbox;
    case Stage::Limited:
    case Stage::Production:
        return Realm::Production;
    case Stage::Unknown:
        break;
    }
    return Realm::Unknown;
}

bool isInForce(const LimitOverride &over, const QDateTime &now)
{
    return (!over.from || *over.from <= now) && (!over.until || now < *over.until);
}

Limits limitsAt(const StageLimits &plan, const std::optional<LimitOverride> &over, Stage stage,
                const QDateTime &now)
{
    if (over && stage != Stage::Unknown && isInForce(*over, now))
        return over->limits;
    return plan.at(stage);
}

Limits limitsAt(const Grant &grant, const Plan &plan, Stage stage, const QDateTime &now)
{
    return limitsAt(limitsOf(plan), grant.limitOverride, stage, now);
}

std::optional<FieldFault> endFault(const LimitOverride &over, const QDateTime &now)
{
    if (!over.until)
        return {};
    if (*over.until <= now)
        return FieldFault::InThePast;
    return over.from && *over.until <= *over.from ? std::optional(FieldFault::BeforeStart) : std::nullopt;
}

bool isWithin(const Limits &narrow, const Limits &wide)
{
    const bool quota =
        wide.dailyQuota == 0 || (narrow.dailyQuota != 0 && narrow.dailyQuota <= wide.dailyQuota);
    return narrow.rate <= wide.rate && narrow.burst <= wide.burst && quota;
}

Limits intersection(const Limits &a, const Limits &b)
{
    const qint64 quota = a.dailyQuota == 0 || b.dailyQuota == 0 ? std::max(a.dailyQuota, b.dailyQuota)
                                                                : std::min(a.dailyQuota, b.dailyQuota);
    return {std::min(a.rate, b.rate), std::min(a.burst, b.burst), quota};
}

} // namespace pc::rules
