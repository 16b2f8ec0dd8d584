// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/audit/log_time.h"

#include "platform/store/audit/audit_log.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/row_write.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<qint64> index{*this, u"idx"};
    Column<qint64> at{*this, u"at"};
    Column<qint64> before{*this, u"before_at"};
} runColumns;

const struct : Columns
{
    Column<qint64> at{*this, u"at"};
    Column<qint64> index{*this, u"idx"};
} timeColumns;

qint64 timeAt(Tx &tx, qint64 index)
{
    Statement row = tx.query(u"SELECT at FROM audit_events WHERE idx = ?"_s);
    row.bind(index);
    const auto at = only<qint64>(row);
    if (!at)
        throw SqlFailure({StoreError::Kind::Corrupt, u"an event of the audit log is missing"_s});
    return *at;
}

QDateTime dateTime(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

} // namespace

QStringList LogTime::schema()
{
    return {
        u"CREATE TABLE audit_runs (idx {rowid} NOT NULL PRIMARY KEY, at BIGINT NOT NULL, before_at BIGINT "
        "NOT NULL)"_s};
}

void LogTime::beginRun(Tx &tx, const LogRun &run)
{
    RowWrite(u"audit_runs"_s)
        .key(u"idx"_s, run.index)
        .set(u"at"_s, run.at)
        .set(u"before_at"_s, run.before)
        .put(tx);
}

std::vector<LogRun> LogTime::storedRuns(Tx &tx)
{
    std::vector<LogRun> runs;
    Statement row = tx.query(u"SELECT "_s + runColumns.selected() + u" FROM audit_runs ORDER BY idx"_s);
    while (row.next())
        runs.push_back({runColumns.index(row), runColumns.at(row), runColumns.before(row)});
    return runs;
}

void LogTime::adopt(Tx &tx)
{
    // By time, an event whose predecessor in the log has not come yet is earlier than that.
    std::vector<qint64> begun;
    {
        QSet<qint64> ends; // of the runs that were left for others; `last` is that of the one at hand
        qint64 last = -1;
        Statement row =
            tx.queryOnce(u"SELECT "_s + timeColumns.selected() + u" FROM audit_events ORDER BY at, idx"_s);
        while (row.next()) {
            const qint64 index = timeColumns.index(row);
            if (begun.empty() || index != last + 1) {
                if (!begun.empty())
                    ends.insert(last);
                if (!ends.remove(index - 1))
                    begun.push_back(index);
            }
            last = index;
        }
    }
    for (const qint64 index : begun)
        beginRun(tx, {index, timeAt(tx, index), index == 0 ? 0 : timeAt(tx, index - 1)});
}

LogTime::LogTime(Tx &tx) : m_tx(tx)
{
    const audit_log::LogEnd end = audit_log::endOf(tx);
    m_size = end.size;
    for (const LogRun &run : storedRuns(tx)) {
        if (!m_runs.empty()) {
            m_runs.back().events.end = run.index;
            m_runs.back().last = run.before;
        }
        m_runs.push_back({{run.index, m_size}, run.at, end.lastAt});
    }
}

QDateTime LogTime::earliest() const
{
    const auto first = std::min_element(m_runs.begin(), m_runs.end(),
                                        [](const Run &a, const Run &b) { return a.first < b.first; });
    return first == m_runs.end() ? QDateTime() : dateTime(first->first);
}

QDateTime LogTime::latest() const
{
    const auto last = std::max_element(m_runs.begin(), m_runs.end(),
                                       [](const Run &a, const Run &b) { return a.last < b.last; });
    return last == m_runs.end() ? QDateTime() : dateTime(last->last);
}

qint64 LogTime::millisecondsOf(qint64 index)
{
    return timeAt(m_tx, index);
}

QDateTime LogTime::timeOf(qint64 index)
{
    return dateTime(millisecondsOf(index));
}

qint64 LogTime::firstFrom(const Run &run, qint64 at)
{
    if (at <= run.first)
        return run.events.begin;
    if (at > run.last)
        return run.events.end;
    {
        // The first of the whole log; when it is one of this run, it is the run's first too.
        Statement row = m_tx.query(u"SELECT idx FROM audit_events WHERE at >= ? ORDER BY at, idx LIMIT 1"_s);
        row.bind(at);
        const qint64 found = only<qint64>(row).value_or(-1);
        if (found >= run.events.begin && found < run.events.end)
            return found;
    }
    qint64 before = run.events.begin; // earlier than `at`
    qint64 from = run.events.end - 1; // not earlier
    while (from - before > 1) {
        const qint64 middle = before + (from - before) / 2;
        (millisecondsOf(middle) < at ? before : from) = middle;
    }
    return from;
}

std::vector<IndexRange> LogTime::ranges(const std::optional<QDateTime> &from,
                                        const std::optional<QDateTime> &to)
{
    std::vector<IndexRange> list;
    for (const Run &run : m_runs) {
        const IndexRange range{from ? firstFrom(run, from->toMSecsSinceEpoch()) : run.events.begin,
                               to ? firstFrom(run, to->toMSecsSinceEpoch()) : run.events.end};
        if (range.size() <= 0)
            continue;
        if (!list.empty() && list.back().end == range.begin)
            list.back().end = range.end;
        else
            list.push_back(range);
    }
    return list;
}

std::vector<BucketRange> LogTime::bucketRanges(const pc::rules::TimeBuckets &buckets, const QDateTime &from,
                                               const QDateTime &to)
{
    std::vector<BucketRange> list;
    const qint64 begin = std::max(from, buckets.from).toMSecsSinceEpoch();
    const qint64 end = std::min(to, buckets.to).toMSecsSinceEpoch();
    const qint64 start = buckets.from.toMSecsSinceEpoch();
    for (const Run &run : m_runs) {
        const qint64 first = std::max(run.first, begin);
        const qint64 last = std::min(run.last, end - 1);
        if (first > last)
            continue;
        qint64 next = firstFrom(run, first);
        for (qint64 bucket = (first - start) / buckets.widthMs; bucket <= (last - start) / buckets.widthMs;
             ++bucket) {
            const qint64 until = std::min(start + (bucket + 1) * buckets.widthMs, end);
            const IndexRange events{next, firstFrom(run, until)};
            if (events.size() > 0)
                list.push_back({static_cast<int>(bucket), events});
            next = events.end;
        }
    }
    return list;
}

qint64 LogTime::placeOf(const QDateTime &time, RowOrder order)
{
    const qint64 at = time.toMSecsSinceEpoch();
    const qint64 from = order == RowOrder::OldestFirst ? at : at + 1;
    qint64 place = 0;
    qint64 nearest = std::numeric_limits<qint64>::max();
    for (auto run = m_runs.rbegin(); run != m_runs.rend(); ++run) {
        if (std::max(run->first - at, at - run->last) >= nearest)
            continue;
        const qint64 here = firstFrom(*run, from);
        qint64 distance = nearest;
        if (here > run->events.begin)
            distance = std::min(distance, std::abs(at - millisecondsOf(here - 1)));
        if (here < run->events.end)
            distance = std::min(distance, std::abs(millisecondsOf(here) - at));
        if (distance < nearest) {
            nearest = distance;
            place = here;
        }
    }
    return place;
}

} // namespace pc::platform
