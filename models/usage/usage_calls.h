// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"
#include "contract/types/usage.h"

namespace pc::models {

/// The calls that a line of a usage series counted in [from, to): of the partner, and of that value of the
/// breakdown. `key` is UsageLine::key; empty: of all lines.
[[nodiscard]] CallFilter callsOf(const QString &partnerId, Breakdown by, const QString &key,
                                 const QDateTime &from, const QDateTime &to);

} // namespace pc::models
