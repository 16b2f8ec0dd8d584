// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/partner_rows.h"

#include "contract/rules/expiring.h"
#include "contract/rules/fold.h"
#include "platform/store/rows/doc.h"
#include "platform/store/rows/expiring_credentials.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/keyset.h"
#include "platform/store/sql/row_write.h"

#include <QHash>

namespace pc::platform::partner_rows {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<QString> doc{*this, u"p.doc"};
    Column<std::optional<Health>> health{*this, u"s.health"};
    Column<std::optional<QDateTime>> lastCallAt{*this, u"s.last_call_at"};
    Column<qint64> calls24h{*this, u"s.calls_24h"};
    Column<qint64> errors24h{*this, u"s.errors_24h"};
    Column<qint64> throttled24h{*this, u"s.throttled_24h"};
    Column<QString> perHour{*this, u"s.per_hour"};
    Column<qint64> quotaUsed{*this, u"s.quota_used"};
    Column<qint64> quotaTotal{*this, u"s.quota_total"};
} columns;
/// Has the parameters of expiring_credentials.
const struct : Columns
{
    Column<int> all{*this, u"COUNT(*)"};
    Column<int> expiring{*this, QString(u"SUM(CASE WHEN "_s + expiring_credentials::condition(u"c"_s) +
                                        u" THEN 1 ELSE 0 END)"_s)};
} counted;

const QString from = u"partners p LEFT JOIN partner_stats s ON s.partner_id = p.id"_s;
const ListSource source{columns, from};

constexpr SortOrder orders[]{
    {u"name", u"p.name_key", false},
    {u"slug", u"p.slug", false},
    {u"owner", u"p.owner", false},
    {u"created_at", u"p.created_at", true},
    {u"updated_at", u"p.updated_at", true},
    {u"stage", u"CASE p.stage WHEN 'sandbox' THEN 0 WHEN 'limited' THEN 1 ELSE 2 END", true},
    {u"status", u"p.status", false},
    {u"health", u"COALESCE(s.health, 'no_traffic')", false},
    {u"last_call_at", u"COALESCE(s.last_call_at, 0)", true},
    {u"calls", u"COALESCE(s.calls_24h, 0)", true},
    {u"quota", u"COALESCE(s.quota_share, 0)", true},
};

Partner read(const Statement &row)
{
    Partner partner = decodeDoc<Partner>(columns.doc(row));
    PartnerSummary &summary = partner.summary;
    summary = {};
    summary.health = columns.health(row).value_or(Health::NoTraffic);
    summary.lastCallAt = columns.lastCallAt(row);
    summary.calls24h = columns.calls24h(row);
    summary.errors24h = columns.errors24h(row);
    summary.throttled24h = columns.throttled24h(row);
    const QStringList hours = columns.perHour(row).split(u',', Qt::SkipEmptyParts);
    for (const QString &hour : hours)
        summary.callsPerHour.append(hour.toLongLong());
    while (summary.callsPerHour.size() < 24)
        summary.callsPerHour.prepend(0);
    summary.quotaUsedToday = columns.quotaUsed(row);
    summary.quotaToday = columns.quotaTotal(row);
    return partner;
}

void countCredentials(Tx &tx, Partner &partner, const QDateTime &now)
{
    Statement row =
        tx.query(u"SELECT "_s + counted.selected() +
                 u" FROM credentials c WHERE c.partner_id = ? AND c.state NOT IN ('revoked', 'void')"_s);
    row.bindAll(expiring_credentials::values(pc::rules::expiringSoonDays, now)).bind(partner.id);
    if (row.next()) {
        partner.summary.credentials = counted.all(row);
        partner.summary.credentialsExpiring = counted.expiring(row);
    }
}

QString docOf(Partner partner)
{
    partner.summary = {};
    return encodeDoc(partner);
}

RowWrite rowOf(const Partner &partner)
{
    return RowWrite(u"partners"_s)
        .key(u"id"_s, partner.id)
        .set(u"name"_s, partner.name)
        .set(u"name_key"_s, pc::rules::fold(partner.name))
        .set(u"slug"_s, partner.slug)
        .set(u"owner"_s, partner.owner)
        .set(u"stage"_s, toText(partner.stage))
        .set(u"status"_s, toText(partner.status))
        .set(u"plan_id"_s, partner.planId)
        .once(u"created_at"_s, partner.createdAt)
        .set(u"updated_at"_s, partner.updatedAt)
        .set(u"stage_since"_s, partner.stageSince)
        .set(u"version"_s, partner.version)
        .set(u"doc"_s, docOf(partner));
}

} // namespace

void insert(Tx &tx, const Partner &partner)
{
    rowOf(partner).insert(tx);
}

void update(Tx &tx, const Partner &partner)
{
    (void)rowOf(partner).update(tx);
    (void)rowOf(partner).update(tx);
}

std::optional<Partner> find(Tx &tx, const QString &id, const QDateTime &now)
{
    std::optional<Partner> partner;
    {
        Statement row =
            tx.query(u"SELECT "_s + columns.selected() + u" FROM "_s + from + u" WHERE p.id = ?"_s);
        row.bind(id);
        if (row.next())
            partner = read(row);
    }
    if (partner)
        countCredentials(tx, *partner, now);
    return partner;
}

bool slugTaken(Tx &tx, const QString &slug, const QString &exceptId)
{
    Statement row = tx.query(u"SELECT 1 FROM partners WHERE slug = ? AND id <> ?"_s);
    row.bind(slug).bind(exceptId);
    return row.next();
}

QList<Partner> all(Tx &tx)
{
    QList<Partner> list;
    Statement row = tx.query(u"SELECT "_s + columns.selected() + u" FROM "_s + from + u" ORDER BY p.id"_s);
    while (row.next())
        list.append(read(row));
    return list;
}

std::optional<Page<Partner>> list(Tx &tx, const PartnerQuery &query, const QDateTime &now)
{
    const auto sort = sortKey(orders, query.sort, u"p.id"_s);
    if (!sort)
        return {};
    Filter filter;
    filter.addContains({u"p.name_key"_s, u"p.slug"_s, u"LOWER(p.id)"_s, u"LOWER(p.owner)"_s}, query.text);
    filter.addIn(u"p.stage"_s, textsOf(query.stages));
    filter.addIn(u"p.status"_s, textsOf(query.statuses));
    filter.addIn(u"COALESCE(s.health, 'no_traffic')"_s, textsOf(query.healths));
    filter.addEquals(u"p.owner"_s, query.owner);
    if (query.expiringWithinDays) {
        // house: sql — condition() is made of constants
        filter.add(u"EXISTS (SELECT 1 FROM credentials c WHERE c.partner_id = p.id AND "_s +
                       expiring_credentials::condition(u"c"_s) + u')',
                   expiring_credentials::values(*query.expiringWithinDays, now));
    }
    auto page =
        readPage(tx, source, filter, *sort, u"partners:"_s + query.sort, query.cursor, query.limit, read);
    if (!page)
        return {};
    for (Partner &partner : page->items)
        countCredentials(tx, partner, now);
    return page;
}

QStringList sortOrders()
{
    return namesOf(orders);
}

} // namespace pc::platform::partner_rows
