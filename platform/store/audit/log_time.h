// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/time_buckets.h"
#include "contract/types/enums.h"
#include "platform/store/sql/tx.h"

#include <optional>
#include <vector>

namespace pc::platform {

/// Events of the audit log from `begin` to before `end`, by index.
struct IndexRange
{
    qint64 begin = 0;
    qint64 end = 0;
    bool operator==(const IndexRange &) const = default;

    [[nodiscard]] qint64 size() const { return end - begin; }
};

/// Events of one piece of time (TimeBuckets).
struct BucketRange
{
    int bucket = 0;
    IndexRange events;
};

/// Where a run begins (LogTime): its first event, the time of that and of the one before it, in milliseconds
/// since the epoch.
struct LogRun
{
    qint64 index = 0;
    qint64 at = 0;
    qint64 before = 0; ///< of the first event of the log: 0
    bool operator==(const LogRun &) const = default;
};

/// Where times lie in the audit log. Events stand in the order in which they were appended, and that is the
/// order of every list; their times go back only where the clock was set back (audit_log.h). A stretch in
/// which they do not is a run, and where each begins is kept in `audit_runs`. Within a run a time is found as
/// in a sorted list, so whatever is asked by time becomes ranges of indexes, without a look at the events in
/// them, and is exact whatever the clock did: an hour that the clock went through twice is two ranges.
///
/// For one transaction: it knows the runs as they were when it was made.
class LogTime
{
public:
    explicit LogTime(Tx &tx);

    [[nodiscard]] qint64 size() const { return m_size; }
    /// Of all events; of an empty log invalid.
    [[nodiscard]] QDateTime earliest() const;
    [[nodiscard]] QDateTime latest() const;
    /// Of one event.
    [[nodiscard]] QDateTime timeOf(qint64 index);

    /// Events from `from` to before `to`, as far as they are set: ascending, no two touch.
    [[nodiscard]] std::vector<IndexRange> ranges(const std::optional<QDateTime> &from,
                                                 const std::optional<QDateTime> &to);
    /// The events of each piece, from `from` to before `to` at most; by run, and ascending within it.
    [[nodiscard]] std::vector<BucketRange> bucketRanges(const pc::rules::TimeBuckets &buckets,
                                                        const QDateTime &from, const QDateTime &to);
    /// How many events are before the place of a time. Read towards the newest, those before it are before
    /// the place and those at it or after it are not; towards the oldest, those at it are before the place
    /// too. Of several runs it is the one that has an event nearest to that time, of those the last: a clock
    /// that was wrong for a while leads nobody into that while.
    [[nodiscard]] qint64 placeOf(const QDateTime &at, RowOrder order);

    /// As they are kept, in the log's order. Not in a database that no release with this schema step opened.
    [[nodiscard]] static std::vector<LogRun> storedRuns(Tx &tx);
    static constexpr int schemaStep = 24;
    /// Statements of the schema step.
    [[nodiscard]] static QStringList schema();
    /// Finds the runs of an existing log, in one pass over the index by time.
    static void adopt(Tx &tx);
    /// An event is appended that does not go on where the one before it was: the first, or an earlier one.
    static void beginRun(Tx &tx, const LogRun &run);

private:
    struct Run
    {
        IndexRange events;
        qint64 first = 0; ///< milliseconds since the epoch
        qint64 last = 0;
    };

    /// Index of the first event of the run at or after that time; its end when there is none.
    [[nodiscard]] qint64 firstFrom(const Run &run, qint64 at);
    [[nodiscard]] qint64 millisecondsOf(qint64 index);

    Tx &m_tx;
    qint64 m_size = 0;
    std::vector<Run> m_runs; ///< in the log's order
};

} // namespace pc::platform
