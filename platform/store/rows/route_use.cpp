// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/route_use.h"

#include "platform/store/sql/columns.h"
#include "platform/store/sql/keyset.h"

#include <QHash>

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

const struct : Columns
{
    Column<QString> routeId{*this, u"r.route_id"};
    Column<QString> partnerId{*this, u"r.partner_id"};
    Column<QString> credentialId{*this, u"r.credential_id"};
    Column<QString> credentialName{*this, u"COALESCE(c.name, '')"};
    Column<qint64> calls{*this, u"SUM(r.calls)"};
    Column<qint64> lastAt{*this, u"MAX(r.at)"};
} came;

constexpr qint64 daySeconds = 86400;
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

std::vector<RouteCalls> routeCalls(Tx &tx, const QStringList &routeIds, const QDateTime &now)
{
    const auto calledSince = [&](const QStringList &routes, const QDateTime &from, const auto &take) {
        Filter filter;
        filter.addIn(u"r.route_id"_s, routes);
        filter.add(u"r.at >= ?"_s, {from.toSecsSinceEpoch() / daySeconds * daySeconds});
        Statement row =
            tx.query(u"SELECT "_s + came.selected() +
                     u" FROM rollups r LEFT JOIN credentials c ON c.id = r.credential_id"_s + filter.where() +
                     u" AND r.bucket = 86400 AND r.partner_id <> '' GROUP BY r.route_id, "
                     "r.partner_id, r.credential_id, c.name"_s);
        row.bindAll(filter.values());
        while (row.next())
            take(row);
    };
    std::vector<RouteCalls> found;
    for (qsizetype from = 0; from < routeIds.size(); from += askedAtOnce) {
        const QStringList routes = routeIds.mid(from, askedAtOnce);
        QHash<QString, std::size_t> places;
        const auto key = [](const Statement &row) {
            return QString(came.routeId(row) + u' ' + came.partnerId(row) + u' ' + came.credentialId(row));
        };
        calledSince(routes, now.addDays(-30), [&](const Statement &row) {
            places.insert(key(row), found.size());
            found.push_back({came.routeId(row), came.partnerId(row), came.credentialId(row),
                             came.credentialName(row), 0, came.calls(row),
                             QDateTime::fromSecsSinceEpoch(came.lastAt(row), Qt::UTC)});
        });
        calledSince(routes, now.addDays(-7), [&](const Statement &row) {
            if (const auto place = places.constFind(key(row)); place != places.constEnd())
                found[*place].calls7d = came.calls(row);
        });
    }
    return found;
}

QDateTime lastCallHour(Tx &tx, const QString &partnerId, const QStringList &routeIds, const QDateTime &day)
{
    const qint64 begin = day.toSecsSinceEpoch();
    Filter filter;
    filter.add(u"partner_id = ? AND bucket = 3600 AND at >= ? AND at < ?"_s,
               {partnerId, begin, begin + daySeconds});
    filter.addIn(u"route_id"_s, routeIds.mid(0, askedAtOnce));
    Statement row = tx.query(u"SELECT MAX(at) FROM rollups"_s + filter.where());
    row.bindAll(filter.values());
    const auto hour = only<std::optional<qint64>>(row).value_or(std::nullopt);
    return hour ? QDateTime::fromSecsSinceEpoch(*hour, Qt::UTC) : day;
}

} // namespace pc::platform
