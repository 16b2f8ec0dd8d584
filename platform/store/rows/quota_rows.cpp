// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/quota_rows.h"

#include "platform/store/sql/columns.h"
#include "platform/store/sql/row_write.h"

namespace pc::platform::quota_rows {

using namespace Qt::StringLiterals;

namespace {

/// Has two parameters: this node, twice.
const struct : Columns
{
    Column<QString> partnerId{*this, u"partner_id"};
    Column<QString> day{*this, u"day"};
    Column<Realm> realm{*this, u"realm"};
    Column<qint64> used{*this, u"SUM(CASE WHEN node = ? THEN used ELSE 0 END)"};
    Column<qint64> elsewhere{*this, u"SUM(CASE WHEN node = ? THEN 0 ELSE used END)"};
} counts;

const struct : Columns
{
    Column<QString> day{*this, u"day"};
    Column<qint64> used{*this, u"SUM(used)"}; ///< by all nodes
} dayUse;

const struct : Columns
{
    Column<qint64> at{*this, u"r.at"}; ///< seconds
    Column<qint64> calls{*this, u"SUM(r.calls)"};
} throttledAt;

} // namespace

void put(Tx &tx, const QuotaCount &count)
{
    RowWrite(u"quota_counters"_s)
        .key(u"partner_id"_s, count.partnerId)
        .key(u"day"_s, count.day.toString(Qt::ISODate))
        .key(u"realm"_s, toText(count.realm))
        .key(u"credential_id16"_s, QString())
        .key(u"node"_s, tx.node().number)
        .set(u"used"_s, count.used)
        .put(tx);
}

std::vector<QuotaCount> since(Tx &tx, const QDate &day)
{
    std::vector<QuotaCount> list;
    const qint64 node = tx.node().number;
    Statement row = tx.query(u"SELECT "_s + counts.selected() +
                             u" FROM quota_counters WHERE day >= ? AND credential_id16 = '' GROUP BY "
                             "partner_id, day, realm ORDER BY partner_id, day, realm"_s);
    row.bind(node).bind(node).bind(day.toString(Qt::ISODate));
    while (row.next()) {
        list.push_back({counts.partnerId(row), counts.realm(row),
                        QDate::fromString(counts.day(row), Qt::ISODate), counts.used(row),
                        counts.elsewhere(row)});
    }
    return list;
}

QList<QuotaDay> days(Tx &tx, const QString &partnerId, Realm realm, const QTimeZone &zone, const QDate &from,
                     const QDate &to)
{
    QList<QuotaDay> days;
    for (QDate day = from; day <= to; day = day.addDays(1))
        days.append({day, 0, 0, 0});
    const auto at = [&](const QDate &day) -> QuotaDay * {
        const qint64 index = from.daysTo(day);
        return index >= 0 && index < days.size() ? &days[index] : nullptr;
    };
    {
        Statement row = tx.query(u"SELECT "_s + dayUse.selected() +
                                 u" FROM quota_counters WHERE partner_id = ? AND realm = ? AND "
                                 "credential_id16 = '' AND day >= ? AND day <= ? GROUP BY day"_s);
        row.bind(partnerId)
            .bind(toText(realm))
            .bind(from.toString(Qt::ISODate))
            .bind(to.toString(Qt::ISODate));
        while (row.next()) {
            if (QuotaDay *day = at(QDate::fromString(dayUse.day(row), Qt::ISODate)))
                day->used = dayUse.used(row);
        }
    }
    {
        Statement row = tx.query(
            u"SELECT "_s + throttledAt.selected() +
            u" FROM rollups r JOIN credentials c ON c.id = r.credential_id WHERE "
            "r.partner_id = ? AND r.bucket = 3600 AND r.at >= ? AND r.outcome = 'throttled' AND c.realm = ? "
            "GROUP BY r.at"_s);
        row.bind(partnerId).bind(from.addDays(-1).startOfDay(Qt::UTC).toSecsSinceEpoch()).bind(toText(realm));
        while (row.next()) {
            const QDate date =
                QDateTime::fromSecsSinceEpoch(throttledAt.at(row), Qt::UTC).toTimeZone(zone).date();
            if (QuotaDay *day = at(date))
                day->throttled += throttledAt.calls(row);
        }
    }
    return days;
}

} // namespace pc::platform::quota_rows
