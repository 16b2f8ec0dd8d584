// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/route_use.h"

#include "platform/store/sql/columns.h"
#include "platform/store/sql/keyset.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<QString> routeId{*this, u"route_id"};
    Column<QString> partnerId{*this, u"partner_id"};
    Column<QString> credentialId{*this, u"credential_id"};
    Column<qint64> calls{*this, u"SUM(calls)"};
    Column<qint64> lastAt{*this, u"MAX(at)"};
} columns;

constexpr qsizetype askedAtOnce = 200; // far below what a statement may have of parameters

} // namespace

std::vector<RouteUse> routeUse(Tx &tx, const QStringList &routeIds, const QDateTime &now)
{
    std::vector<RouteUse> found;
    for (qsizetype from = 0; from < routeIds.size(); from += askedAtOnce) {
        Filter filter;
        filter.addIn(u"route_id"_s, routeIds.mid(from, askedAtOnce));
        filter.add(u"at >= ?"_s, {now.addDays(-30).toSecsSinceEpoch()});
        Statement row = tx.query(u"SELECT "_s + columns.selected() + u" FROM rollups"_s + filter.where() +
                                 u" AND bucket = 86400 AND outcome = 'served' GROUP BY route_id, partner_id, "
                                 "credential_id"_s);
        row.bindAll(filter.values());
        while (row.next())
            found.push_back({columns.routeId(row), columns.partnerId(row), columns.credentialId(row),
                             columns.calls(row),
                             QDateTime::fromSecsSinceEpoch(columns.lastAt(row), Qt::UTC)});
    }
    return found;
}

} // namespace pc::platform
