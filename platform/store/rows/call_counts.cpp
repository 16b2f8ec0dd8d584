// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/call_counts.h"

#include "platform/store/rows/call_filter.h"
#include "platform/store/sql/columns.h"

#include <algorithm>

namespace pc::platform::call_rows {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<qint64> calls{*this, u"COUNT(*)"};
    Column<int> sources{*this, u"COUNT(DISTINCT source)"};
} counts;

const struct : Columns
{
    Column<QString> route{*this, u"DISTINCT route_id"};
} routes;

/// The first row, or false when the time of the question is over.
bool stepInTime(Statement &row, bool &hasRow)
{
    try {
        hasRow = row.next();
        return true;
    } catch (const SqlFailure &failure) {
        if (failure.error().kind != StoreError::Kind::Interrupted)
            throw;
        return false;
    }
}

} // namespace

CallCount countOf(Tx &tx, const CallFilter &filter)
{
    const Filter sql = sqlOf(filter);
    Statement row = tx.queryOnce(u"SELECT "_s + counts.selected() + u" FROM (SELECT source FROM calls"_s +
                                 sql.where() + u" LIMIT ?) AS counted"_s);
    row.bindAll(sql.values()).bind(mostCounted + 1);
    bool hasRow = false;
    if (!stepInTime(row, hasRow) || !hasRow)
        return {0, true, 0};
    const qint64 calls = counts.calls(row);
    return {std::min(calls, mostCounted), calls > mostCounted, counts.sources(row)};
}

std::optional<QStringList> routesOf(Tx &tx, const CallFilter &filter, int most)
{
    const Filter sql = sqlOf(filter);
    Statement row =
        tx.queryOnce(u"SELECT "_s + routes.selected() + u" FROM calls"_s + sql.where() + u" LIMIT ?"_s);
    row.bindAll(sql.values()).bind(most + 1);
    QStringList found;
    for (bool hasRow = false;;) {
        if (!stepInTime(row, hasRow))
            return std::nullopt;
        if (!hasRow)
            break;
        found.append(routes.route(row));
    }
    return found.size() > most ? std::nullopt : std::optional(found);
}

} // namespace pc::platform::call_rows
