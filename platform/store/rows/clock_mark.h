// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/clock/clock.h"
#include "platform/store/sql/tx.h"

#include <optional>

/// A reading of both clocks, kept so that the next process notices a wall clock that was set in between.
namespace pc::platform::clock_mark {

void put(Tx &tx, const Moment &moment);
struct Mark
{
    Moment moment;
    bool isOfThisBoot = false; ///< else the steady clock began anew since then, and only the wall counts
};
[[nodiscard]] std::optional<Mark> find(Tx &tx);

} // namespace pc::platform::clock_mark
