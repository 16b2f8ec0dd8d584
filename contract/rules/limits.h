// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/field_fault.h"
#include "contract/types/access.h"

#include <optional>

/// Which limits hold, and which of two are narrower: asked by decisions, by the service's answers and by the
/// console's forecasts alike. Pure.
namespace pc::rules {

/// What holds where nothing is known: a rate of 0 lets no call pass.
inline constexpr Limits noLimitsKnown{};

/// What a plan allows in each stage.
struct StageLimits
{
    Limits sandbox;
    Limits limited;
    Limits production;
    bool operator==(const StageLimits &) const = default;

    /// At a stage that this build does not know nobody can say what is allowed, so nothing is: noLimitsKnown.
    [[nodiscard]] Limits at(Stage stage) const;
};
[[nodiscard]] StageLimits limitsOf(const Plan &plan);
/// The same for a plan named by its id; noLimitsKnown in every stage when there is none.
[[nodiscard]] StageLimits limitsOf(const QList<Plan> &plans, const QString &planId);

/// The realm that a partner of this stage works in; Unknown for an unknown stage.
[[nodiscard]] Realm realmOf(Stage stage);

/// From its first instant to before its last; what it does not say is open.
[[nodiscard]] bool isInForce(const LimitOverride &over, const QDateTime &now);
/// The limits in force: those of an override while it is, else the plan's. At an unknown stage noLimitsKnown,
/// whatever an override says.
[[nodiscard]] Limits limitsAt(const StageLimits &plan, const std::optional<LimitOverride> &over, Stage stage,
                              const QDateTime &now);
/// The same for a grant; `plan`: the one that it names.
[[nodiscard]] Limits limitsAt(const Grant &grant, const Plan &plan, Stage stage, const QDateTime &now);

/// Why an override cannot end when it says: InThePast or BeforeStart; nothing when it can, or does not end.
[[nodiscard]] std::optional<FieldFault> endFault(const LimitOverride &over, const QDateTime &now);

/// Whether `narrow` allows nothing that `wide` does not. (A daily quota of 0 is none, which is more than
/// any.)
[[nodiscard]] bool isWithin(const Limits &narrow, const Limits &wide);
/// The most that is within both.
[[nodiscard]] Limits intersection(const Limits &a, const Limits &b);

} // namespace pc::rules
