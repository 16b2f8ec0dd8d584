// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/time/time_map.h"

#include <algorithm>
#include <cmath>

namespace pc::models {

TimeMap::TimeMap(const TimeHistogram &histogram)
{
    m_valid = histogram.from.isValid() && histogram.to.isValid() && histogram.from < histogram.to;
    if (!m_valid)
        return;
    m_from = histogram.from.toMSecsSinceEpoch();
    m_to = histogram.to.toMSecsSinceEpoch();
    m_bucketMs = histogram.bucketMs;
    if (m_bucketMs <= 0 || histogram.matching.isEmpty())
        return;
    m_before.append(0);
    for (qsizetype i = 0; i < histogram.matching.size() && startOf(i) < m_to; ++i)
        m_before.append(m_before.constLast() + std::max<qint64>(0, histogram.matching.at(i)));
}

qint64 TimeMap::endOf(qsizetype bucket) const
{
    return std::min(startOf(bucket + 1), m_to);
}

QDateTime TimeMap::timeAt(double fraction, bool newestFirst) const
{
    if (!m_valid)
        return {};
    const double part = std::isfinite(fraction) ? std::clamp(fraction, 0.0, 1.0) : 0.0;
    const double upward = newestFirst ? 1.0 - part : part;
    double ms = static_cast<double>(m_from) + upward * static_cast<double>(m_to - m_from);
    if (total() > 0) {
        const double wanted = upward * static_cast<double>(total());
        // The bucket that holds the row: with the newest first, what ends there; else what begins there.
        const auto first = m_before.constBegin() + 1;
        const auto holds = [wanted, newestFirst](qint64 end) {
            return newestFirst ? static_cast<double>(end) < wanted : static_cast<double>(end) <= wanted;
        };
        auto found = std::partition_point(first, m_before.constEnd(), holds);
        if (found == m_before.constEnd() || wanted <= 0 || wanted >= static_cast<double>(total())) {
            // At the very ends: where the first row begins, or the last one ends.
            const auto filled = wanted <= 0 ? std::upper_bound(first, m_before.constEnd(), qint64(0))
                                            : std::lower_bound(first, m_before.constEnd(), total());
            found = filled;
        }
        const auto bucket = static_cast<qsizetype>(found - first);
        const auto before = static_cast<double>(m_before.at(bucket));
        const double rows = static_cast<double>(*found) - before;
        const double inside = rows > 0 ? std::clamp((wanted - before) / rows, 0.0, 1.0) : 0.0;
        ms = static_cast<double>(startOf(bucket)) +
             inside * static_cast<double>(endOf(bucket) - startOf(bucket));
    }
    return QDateTime::fromMSecsSinceEpoch(std::llround(ms), Qt::UTC);
}

double TimeMap::countBefore(qint64 ms) const
{
    if (m_before.isEmpty() || ms <= m_from)
        return 0;
    const qsizetype last = m_before.size() - 2;
    if (ms >= endOf(last))
        return static_cast<double>(total());
    const qsizetype bucket = std::min<qsizetype>((ms - m_from) / m_bucketMs, last);
    const auto rows = static_cast<double>(m_before.at(bucket + 1) - m_before.at(bucket));
    const double inside =
        static_cast<double>(ms - startOf(bucket)) / static_cast<double>(endOf(bucket) - startOf(bucket));
    return static_cast<double>(m_before.at(bucket)) + rows * std::clamp(inside, 0.0, 1.0);
}

double TimeMap::fractionAt(const QDateTime &time, bool newestFirst) const
{
    if (!m_valid || !time.isValid())
        return 0;
    const qint64 ms = std::clamp(time.toMSecsSinceEpoch(), m_from, m_to);
    const double upward = total() > 0 ? countBefore(ms) / static_cast<double>(total())
                                      : static_cast<double>(ms - m_from) / static_cast<double>(m_to - m_from);
    return newestFirst ? 1.0 - upward : upward;
}

double TimeMap::countIn(const QDateTime &from, const QDateTime &to) const
{
    if (!m_valid)
        return 0;
    const double before = from.isValid() ? countBefore(from.toMSecsSinceEpoch()) : 0;
    const double upTo = to.isValid() ? countBefore(to.toMSecsSinceEpoch()) : static_cast<double>(total());
    return std::max(0.0, upTo - before);
}

} // namespace pc::models
