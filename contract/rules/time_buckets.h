// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

/// Into which pieces a span of time is cut to be counted. Pure.
namespace pc::rules {

/// Pieces of one width, side by side: piece `i` is [from + i × widthMs, from + (i + 1) × widthMs).
struct TimeBuckets
{
    QDateTime from; ///< UTC: where the first piece begins, at or before the span
    QDateTime to;   ///< UTC: where the span ends; the last piece may be cut by it
    qint64 widthMs = 0;
    int count = 0;
    bool operator==(const TimeBuckets &) const = default;

    [[nodiscard]] QDateTime startOf(int bucket) const { return from.addMSecs(bucket * widthMs); }
};

/// The narrowest round width at which [from, to) takes at most `most` pieces. Round are 1, 2 and 5 times a
/// power of ten of milliseconds below the second, then what divides minute, hour and day, then 1, 2 and 4
/// weeks, doubled from there on. Pieces begin at multiples of their width in UTC: days at midnight, weeks on
/// Mondays. Nothing of an empty span.
[[nodiscard]] TimeBuckets timeBuckets(const QDateTime &from, const QDateTime &to, int most);

} // namespace pc::rules
