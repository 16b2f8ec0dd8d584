// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>

namespace pc {

/// How the rows of a list lie in time: bucket `i` counts those in
/// [from + i × bucketMs, from + (i + 1) × bucketMs), the last one up to `to`. At most `mostBuckets`.
struct TimeHistogram
{
    static constexpr int mostBuckets = 300;

    QDateTime from; ///< inclusive, UTC: the beginning of the first bucket
    QDateTime to;   ///< exclusive, UTC
    qint64 bucketMs = 0;
    QList<qint64> matching; ///< what answers the filter
    QList<qint64> all; ///< calls: the same without its conditions on how a call ended; empty: as `matching`
    QList<qint64> refused; ///< calls: of `all`, those that were refused or throttled; empty for other lists
    QDateTime asOf;        ///< UTC: the bucket that holds this instant is not over
    /// UTC: what is older was not counted in time, and is unknown instead of zero; invalid: all was counted.
    QDateTime countedFrom;
    /// UTC: what is older is not kept one by one and stands here out of roll-ups; invalid: all is kept.
    QDateTime keptSince;
    bool operator==(const TimeHistogram &) const = default;

    [[nodiscard]] QDateTime startOf(qsizetype bucket) const { return from.addMSecs(bucket * bucketMs); }
};

} // namespace pc
