// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/scope_calls.h"

#include "platform/store/sql/columns.h"
#include "platform/store/sql/keyset.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<QString> partnerId{*this, u"partner_id"};
    Column<QString> credentialId{*this, u"credential_id"};
    Column<qint64> calls{*this, u"SUM(CASE WHEN at >= ? THEN calls ELSE 0 END)"};
    Column<qint64> lastAt{*this, u"MAX(at)"};
} byCredential;

const struct : Columns
{
    Column<qint64> partners{*this, u"COUNT(DISTINCT partner_id)"};
    Column<qint64> calls{*this, u"COALESCE(SUM(calls), 0)"};
} total;

constexpr qsizetype partnersAtOnce = 200; // far below what a statement may have of parameters
constexpr int lookedBackDays = 400;

qint64 secondsBefore(const QDateTime &now, int days)
{
    return now.addDays(-days).toSecsSinceEpoch();
}

QDateTime dayAt(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

} // namespace

std::vector<ScopeCalls> scopeCalls(Tx &tx, const QString &scope, const QStringList &partnerIds,
                                   const QDateTime &now)
{
    std::vector<ScopeCalls> found;
    for (qsizetype from = 0; from < partnerIds.size(); from += partnersAtOnce) {
        Filter filter;
        filter.addIn(u"partner_id"_s, partnerIds.mid(from, partnersAtOnce));
        filter.add(u"at >= ?"_s, {secondsBefore(now, lookedBackDays)});
        filter.add(u"scope = ?"_s, {scope});
        Statement row =
            tx.query(u"SELECT "_s + byCredential.selected() + u" FROM rollups"_s + filter.where() +
                     u" AND bucket = 86400 AND outcome = 'served' GROUP BY partner_id, "
                     "credential_id"_s);
        row.bind(secondsBefore(now, 30)).bindAll(filter.values());
        while (row.next())
            found.push_back({byCredential.partnerId(row), byCredential.credentialId(row),
                             byCredential.calls(row), dayAt(byCredential.lastAt(row))});
    }
    return found;
}

ScopeTotal scopeTotal(Tx &tx, const QString &scope, const QDateTime &now)
{
    ScopeTotal found;
    {
        Statement row = tx.query(
            u"SELECT "_s + total.selected() +
            u" FROM rollups WHERE scope = ? AND at >= ? AND bucket = 86400 AND outcome = 'served'"_s);
        row.bind(scope).bind(secondsBefore(now, 30));
        if (row.next()) {
            found.partners30d = static_cast<int>(total.partners(row));
            found.calls30d = total.calls(row);
        }
    }
    // By the index: the newest row of the scope, not all of them.
    Statement row = tx.query(u"SELECT at FROM rollups WHERE scope = ? AND bucket = 86400 AND outcome = "
                             "'served' ORDER BY at DESC LIMIT 1"_s);
    row.bind(scope);
    if (const auto last = only<qint64>(row))
        found.lastDay = dayAt(*last);
    return found;
}

std::vector<qint64> passedByHour(Tx &tx, const QString &partnerId, Realm realm, const QDateTime &now)
{
    std::vector<qint64> hours;
    Statement row = tx.query(
        u"SELECT SUM(r.calls) FROM rollups r JOIN credentials c ON c.id = r.credential_id WHERE r.partner_id "
        "= ? AND r.bucket = 3600 AND r.at >= ? AND r.outcome <> 'throttled' AND r.outcome <> 'refused' AND "
        "c.realm = ? GROUP BY r.at"_s);
    row.bind(partnerId).bind(secondsBefore(now, 30)).bind(toText(realm));
    while (const auto calls = only<qint64>(row))
        hours.push_back(*calls);
    return hours;
}

} // namespace pc::platform
