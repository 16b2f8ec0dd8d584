// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/call_figures.h"

#include "contract/rules/time_buckets.h"
#include "platform/store/rows/call_filter.h"
#include "platform/store/sql/columns.h"

#include <algorithm>

namespace pc::platform::call_rows {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<qint64> bucket{*this, u"bucket"};
    Column<qint64> calls{*this, u"calls"};
    Column<qint64> refused{*this, u"refused"};
} bucketColumns;

const struct : Columns
{
    Column<QString> value{*this, u"value"};
    Column<qint64> calls{*this, u"calls"};
} facetColumns;

/// When the first record that is kept was; nothing without any.
std::optional<QDateTime> firstKept(Tx &tx)
{
    Statement row = tx.query(u"SELECT at FROM calls ORDER BY at LIMIT 1"_s);
    const auto at = only<qint64>(row);
    return at ? std::optional(QDateTime::fromMSecsSinceEpoch(*at, Qt::UTC)) : std::nullopt;
}

struct Counts
{
    QList<qint64> calls;
    QList<qint64> refused;
};

Counts countIn(Tx &tx, CallFilter filter, const pc::rules::TimeBuckets &cut)
{
    Counts counts{QList<qint64>(cut.count, 0), QList<qint64>(cut.count, 0)};
    if (!filter.from)
        filter.from = cut.from;
    if (!filter.to)
        filter.to = cut.to;
    const Filter sql = sqlOf(filter);
    // house: sql — the beginning and the width of a bucket are numbers that were computed here
    Statement row = tx.queryOnce(
        u"SELECT bucket, calls, refused FROM (SELECT (at - %1) / %2 AS bucket, COUNT(*) AS calls, "
        "SUM(CASE WHEN outcome IN ('refused', 'throttled') THEN 1 ELSE 0 END) AS refused FROM calls"_s.arg(
            QString::number(cut.from.toMSecsSinceEpoch()), QString::number(cut.widthMs)) +
        sql.where() + u" GROUP BY 1) AS counted"_s);
    row.bindAll(sql.values());
    while (row.next()) {
        const qint64 bucket = std::clamp<qint64>(bucketColumns.bucket(row), 0, cut.count - 1);
        counts.calls[bucket] += bucketColumns.calls(row);
        counts.refused[bucket] += bucketColumns.refused(row);
    }
    return counts;
}

} // namespace

TimeHistogram histogram(Tx &tx, const CallFilter &filter, int buckets, const QDateTime &now)
{
    const std::optional<QDateTime> kept = firstKept(tx);
    const QDateTime from = filter.from.value_or(kept.value_or(now.addSecs(-1)));
    const QDateTime to = std::max(filter.to.value_or(now.addMSecs(1)), from.addMSecs(1));
    const pc::rules::TimeBuckets cut = pc::rules::timeBuckets(from, to, buckets);
    TimeHistogram histogram;
    histogram.from = cut.from;
    histogram.to = cut.to;
    histogram.bucketMs = cut.widthMs;
    histogram.asOf = now;
    const Counts matching = countIn(tx, filter, cut);
    const CallFilter whole = filter.withoutEnds();
    const Counts all = whole == filter ? matching : countIn(tx, whole, cut);
    histogram.matching = matching.calls;
    if (whole != filter)
        histogram.all = all.calls;
    histogram.refused = all.refused;
    return histogram;
}

CallFacet facet(Tx &tx, const CallFilter &filter, CallField field, int most)
{
    CallFilter others = filter;
    others.set(field, {});
    others.set(field, {}, true);
    const Filter sql = sqlOf(others);
    const QString column = columnOf(field);
    // house: sql — the column is one of those that the filter knows
    Statement row = tx.queryOnce(u"SELECT value, calls FROM (SELECT CAST("_s + column +
                                 u" AS TEXT) AS value, COUNT(*) AS calls FROM calls"_s + sql.where() +
                                 u" GROUP BY 1) AS counted ORDER BY calls DESC, value"_s);
    row.bindAll(sql.values());
    CallFacet facet;
    facet.field = field;
    while (row.next()) {
        const QString value = facetColumns.value(row);
        if (value.isEmpty())
            continue;
        if (facet.values.size() < most)
            facet.values.append({value, facetColumns.calls(row)});
        else
            facet.others += facetColumns.calls(row);
    }
    return facet;
}

} // namespace pc::platform::call_rows
