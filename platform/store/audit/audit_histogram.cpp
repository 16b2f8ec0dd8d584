// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/time_buckets.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/audit/event_search.h"
#include "platform/store/audit/log_time.h"

#include <algorithm>

namespace pc::platform::audit_log {

namespace {

/// Counts bucket by bucket, the newest first; gives the first that was counted.
int countBuckets(EventSearch &search, std::vector<BucketRange> ranges, QList<qint64> &counts,
                 const TimeIsOver &isOver)
{
    std::stable_sort(ranges.begin(), ranges.end(),
                     [](const BucketRange &a, const BucketRange &b) { return a.bucket > b.bucket; });
    int begun = -1;
    for (const BucketRange &each : ranges) {
        if (each.bucket != begun && begun >= 0 && isOver && isOver())
            return begun;
        begun = each.bucket;
        const EventSearch::Count count = search.count(each.events, isOver);
        if (count.isCut) {
            counts[each.bucket] = 0;
            return each.bucket + 1;
        }
        counts[each.bucket] += count.events;
    }
    return 0;
}

} // namespace

TimeHistogram histogram(Tx &tx, const AuditFilter &filter, int buckets, const QDateTime &now,
                        const TimeIsOver &isOver)
{
    LogTime time(tx);
    const QDateTime from = filter.from.value_or(time.size() > 0 ? time.earliest() : now);
    const QDateTime end = time.size() > 0 ? std::max(now, time.latest()) : now;
    const QDateTime to = std::max(filter.to.value_or(end.addMSecs(1)), from.addMSecs(1));
    const pc::rules::TimeBuckets cut = pc::rules::timeBuckets(from, to, buckets);
    TimeHistogram histogram;
    histogram.from = cut.from;
    histogram.to = cut.to;
    histogram.bucketMs = cut.widthMs;
    histogram.asOf = now;
    histogram.matching.fill(0, cut.count);
    EventSearch search(tx, filter);
    const int counted = countBuckets(search, time.bucketRanges(cut, from, filter.to.value_or(to)),
                                     histogram.matching, isOver);
    if (counted > 0)
        histogram.countedFrom = std::min(cut.startOf(counted), cut.to);
    return histogram;
}

} // namespace pc::platform::audit_log
