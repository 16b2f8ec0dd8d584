// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"

#include <span>

/// The checks of a decision (core/decision/decide.h) and of the token endpoint, and which of them each reason
/// belongs to: the one place where that is said. Pure.
namespace pc::platform {

/// In the order in which they are made.
[[nodiscard]] std::span<const DecisionCheck> checksOf(bool isTokenRequest);
/// Unknown for Allowed, and for what is no reason.
[[nodiscard]] DecisionCheck checkOf(DecisionReason reason);
/// Which one refused this call. A few reasons have two checks: a path with more than one reading is found
/// after the caller is known, headers before; a stage may be the partner's, or the route's. Unknown: none
/// did, or the reason is one of a newer service.
[[nodiscard]] DecisionCheck failedCheck(const CallRecord &call);

} // namespace pc::platform
