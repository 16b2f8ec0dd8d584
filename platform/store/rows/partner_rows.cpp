// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/partner_rows.h"

#include "contract/rules/expiring.h"
#include "contract/rules/fold.h"
#include "platform/store/rows/doc.h"
#include "platform/store/rows/expiring_credentials.h"
#include "platform/store/sql/columns.h"
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
const struct : Columns
{
    Column<QString> id{*this, u"p.id"};
} named;
/// Has the parameters of expiring_credentials.
const struct : Columns
{
    Column<int> all{*this, u"COUNT(*)"};
    Column<int> expiring{*this, QString(u"SUM(CASE WHEN "_s + expiring_credentials::condition(u"c"_s) +
                                        u" THEN 1 ELSE 0 END)"_s)};
} counted;

const QString from = u"partners p LEFT JOIN partner_stats s ON s.partner_id = p.id"_s;
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
    rowOf(partner).update(tx);
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

QString idOf(Tx &tx, const QString &slug)
{
    Statement row = tx.query(u"SELECT id FROM partners WHERE slug = ?"_s);
    row.bind(slug);
    return only<QString>(row).value_or(QString());
}

QHash<QString, QString> names(Tx &tx)
{
    static const struct : Columns
    {
        Column<QString> id{*this, u"id"};
        Column<QString> name{*this, u"name"};
    } named;
    QHash<QString, QString> found;
    Statement row = tx.query(u"SELECT "_s + named.selected() + u" FROM partners"_s);
    while (row.next())
        found.insert(named.id(row), named.name(row));
    return found;
}

QString idOfReference(Tx &tx, const QString &reference)
{
    Statement row = tx.query(u"SELECT partner_id FROM partner_references WHERE reference = ?"_s);
    row.bind(reference);
    return only<QString>(row).value_or(QString());
}

void addReference(Tx &tx, const QString &reference, const QString &partnerId)
{
    RowWrite(u"partner_references"_s)
        .key(u"reference"_s, reference)
        .once(u"partner_id"_s, partnerId)
        .insert(tx);
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

QStringList withMovingFigures(Tx &tx, const QDateTime &editedAfter, qint64 turn)
{
    QStringList ids;
    Statement row = tx.query(
        u"SELECT "_s + named.selected() +
        u" FROM partners p JOIN partner_marks m ON m.partner_id = p.id LEFT JOIN partner_stats s ON "
        "s.partner_id = p.id LEFT JOIN grants g ON g.partner_id = p.id WHERE s.partner_id IS NULL OR "
        "s.calls_24h > 0 OR s.quota_used > 0 OR p.updated_at >= ? OR g.updated_at >= ? OR m.mark % 60 = ?"_s);
    row.bind(editedAfter).bind(editedAfter).bind(turn % 60);
    while (row.next())
        ids.append(named.id(row));
    return ids;
}

std::optional<Page<Partner>> list(Tx &tx, PartnerIndex &index, const PartnerQuery &query,
                                  const QDateTime &now)
{
    const auto found = index.find(tx, query, now);
    if (!found)
        return {};
    Page<Partner> page;
    page.count = found->count;
    page.nextCursor = found->nextCursor;
    for (const QString &id : found->ids) {
        if (auto partner = find(tx, id, now))
            page.items.append(std::move(*partner));
    }
    return page;
}

} // namespace pc::platform::partner_rows
