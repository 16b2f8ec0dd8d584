// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/field_fault.h"
#include "contract/types/enums.h"

#include <QDateTime>

#include <optional>

/// How long credentials and their secrets live: the service holds to it, the console proposes by it, and the
/// words of both name it. Pure.
namespace pc::rules {

/// No credential is issued for longer, and no secret lives longer from its own issue.
inline constexpr int maxLifeYears = 1;
/// The grace of an older secret, from the acknowledgement of the newer one on.
inline constexpr int maxGraceDays = 7;
inline constexpr qint64 maxGraceSeconds = qint64(maxGraceDays) * 24 * 3600;
inline constexpr qint64 defaultGraceSeconds = 24 * 3600;
/// A secret that is not acknowledged is void then.
inline constexpr qint64 voidAfterSeconds = 15 * 60;
/// Clocks of operators' workstations are not exact: a year by their clock must pass.
inline constexpr qint64 clockToleranceSeconds = 300;

/// The latest end that anybody may ask for, by their own clock.
[[nodiscard]] QDateTime longestLife(const QDateTime &from);
/// The latest end that the service takes.
[[nodiscard]] QDateTime latestEnd(const QDateTime &issuedAt);
/// Why a credential cannot end then: InThePast (also what is no time) or TooFarAhead. `latest`: longestLife()
/// or latestEnd() of now.
[[nodiscard]] std::optional<FieldFault> expiryFault(const QDateTime &expiresAt, const QDateTime &now,
                                                    const QDateTime &latest);

/// Whether a generation's secret is accepted at `now`: it is in force, or in its grace and the end of that,
/// which a grace has, is to come. `Time`: of the store's row or of the policy's rule.
template <typename Time>
[[nodiscard]] bool isValid(GenerationState state, const std::optional<Time> &graceUntil, const Time &now)
{
    if (state != GenerationState::Active && state != GenerationState::Grace)
        return false;
    return graceUntil ? now < *graceUntil : state == GenerationState::Active;
}

} // namespace pc::rules
