// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QTimeZone>

namespace pc::models {

/// A mark on an axis of time at a round instant; how it is written is the view's.
struct AxisTick
{
    enum class Kind {
        Second,   ///< "14:03:20"
        Minute,   ///< "14:00"
        Midnight, ///< among times: "Fri 27 Nov"
        Day,      ///< "27 Nov"
        Month,    ///< "Nov"
        Year      ///< "2026"
    };
    QDateTime at; ///< UTC
    Kind kind = Kind::Minute;
    bool begins = false; ///< a day among times, the first of a year among days and months: written stronger
    bool operator==(const AxisTick &) const = default;
};

/// Round instants in [from, to) by the clocks and the calendar of a zone, at most `most` of them: the finest
/// steps that are few enough. Where the clocks change, times stay round.
[[nodiscard]] QList<AxisTick> axisTicks(const QDateTime &from, const QDateTime &to, int most,
                                        const QTimeZone &zone);

} // namespace pc::models
