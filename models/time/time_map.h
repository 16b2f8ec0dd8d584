// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/time_histogram.h"

#include <QList>

namespace pc::models {

/// Between a place in a list of rows that lie in time (0: its beginning, 1: its end) and the time there, by
/// the counts of a histogram (`matching`): linear inside a bucket, and a bucket with nothing takes no room.
/// Where nothing was counted at all, linear over [from, to). Both ways are monotone, and inside a bucket with
/// something each is the other's inverse, to the millisecond that a QDateTime holds.
class TimeMap final
{
public:
    TimeMap() = default;
    explicit TimeMap(const TimeHistogram &histogram);

    /// The time at a place; where buckets with nothing lie there, the end of them that comes first in this
    /// order is left behind: the place begins with what is counted. Invalid without a range.
    [[nodiscard]] QDateTime timeAt(double fraction, bool newestFirst) const;
    /// The place of a time; what lies outside of the range is at its nearer end.
    [[nodiscard]] double fractionAt(const QDateTime &time, bool newestFirst) const;
    /// How many rows lie in [from, to), as far as buckets say.
    [[nodiscard]] double countIn(const QDateTime &from, const QDateTime &to) const;
    [[nodiscard]] qint64 total() const { return m_before.isEmpty() ? 0 : m_before.constLast(); }

private:
    [[nodiscard]] double countBefore(qint64 ms) const;
    [[nodiscard]] qint64 startOf(qsizetype bucket) const { return m_from + bucket * m_bucketMs; }
    [[nodiscard]] qint64 endOf(qsizetype bucket) const;

    qint64 m_from = 0; ///< of the range, milliseconds since 1970
    qint64 m_to = 0;
    qint64 m_bucketMs = 0;
    QList<qint64> m_before; ///< rows before each bucket, and of all at the end; empty without buckets
    bool m_valid = false;
};

} // namespace pc::models
