// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/time_buckets.h"

namespace pc::rules {

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 week = 7 * day;
constexpr qint64 firstMonday = 4 * day; ///< since the epoch, which was a Thursday

constexpr qint64 widths[]{1,           2,           5,           10,     20,         50,
                          100,         200,         500,         second, 2 * second, 5 * second,
                          10 * second, 15 * second, 30 * second, minute, 2 * minute, 5 * minute,
                          10 * minute, 15 * minute, 30 * minute, hour,   2 * hour,   3 * hour,
                          6 * hour,    12 * hour,   day,         week};

qint64 next(qint64 width)
{
    for (const qint64 each : widths) {
        if (each > width)
            return each;
    }
    return width * 2;
}

qint64 startOf(qint64 at, qint64 width)
{
    const qint64 since = at - (width >= week ? firstMonday : 0);
    const qint64 behind = since % width;
    return at - (behind < 0 ? behind + width : behind);
}

} // namespace

TimeBuckets timeBuckets(const QDateTime &from, const QDateTime &to, int most)
{
    const qint64 begin = from.toMSecsSinceEpoch();
    const qint64 end = to.toMSecsSinceEpoch();
    if (end <= begin || most < 1)
        return {from, to, 0, 0};
    for (qint64 width = widths[0];; width = next(width)) {
        const qint64 start = startOf(begin, width);
        const qint64 count = (end - start + width - 1) / width;
        if (count <= most)
            return {QDateTime::fromMSecsSinceEpoch(start, Qt::UTC), to, width, static_cast<int>(count)};
    }
}

} // namespace pc::rules
