// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"
#include "platform/store/sql/tx.h"

/// Records of calls counted beside an explanation of one of them.
namespace pc::platform::call_rows {

struct CallCount
{
    qint64 calls = 0;
    bool isAtLeast = false; ///< there are more, or the time of the question was over
    int sources = 0;        ///< different ones among those that were counted
    bool operator==(const CallCount &) const = default;
};
/// Records counted up to this many are exact.
inline constexpr qint64 mostCounted = 10'000;

/// Of a filter that has conditions.
[[nodiscard]] CallCount countOf(Tx &tx, const CallFilter &filter);
/// The routes of its calls, each once; nothing when they are more than `most`, or could not be read in time.
[[nodiscard]] std::optional<QStringList> routesOf(Tx &tx, const CallFilter &filter, int most);

} // namespace pc::platform::call_rows
