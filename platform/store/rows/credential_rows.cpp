// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/credential_rows.h"

#include "contract/rules/fold.h"
#include "platform/store/rows/doc.h"
#include "platform/store/rows/expiring_credentials.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/keyset.h"
#include "platform/store/sql/row_write.h"

namespace pc::platform::credential_rows {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<QString> id{*this, u"c.id"};
    Column<QString> partnerId{*this, u"c.partner_id"};
    Column<QString> partnerName{*this, u"p.name"};
    Column<QString> name{*this, u"c.name"};
    Column<CredentialKind> kind{*this, u"c.kind"};
    Column<Realm> realm{*this, u"c.realm"};
    Column<CredentialState> state{*this, u"c.state"};
    Column<bool> suspended{*this, u"c.suspended"};
    Column<QString> owner{*this, u"c.owner"};
    Column<QString> scopes{*this, u"c.scopes"};
    Column<QDateTime> createdAt{*this, u"c.created_at"};
    Column<QString> createdBy{*this, u"c.created_by"};
    Column<QDateTime> expiresAt{*this, u"c.expires_at"};
    Column<std::optional<QDateTime>> revokedAt{*this, u"c.revoked_at"};
    Column<QString> revokedBy{*this, u"c.revoked_by"};
    Column<QString> revokedReason{*this, u"c.revoked_reason"};
    Column<std::optional<QDateTime>> nextEventAt{*this, u"c.next_event_at"};
    Column<qint64> version{*this, u"c.version"};
} columns;

const struct : Columns
{
    Column<int> number{*this, u"number"};
    Column<GenerationState> state{*this, u"state"};
    Column<QString> lastFour{*this, u"tail"};
    Column<QDateTime> createdAt{*this, u"created_at"};
    Column<std::optional<QDateTime>> voidAt{*this, u"void_at"};
    Column<std::optional<QDateTime>> acknowledgedAt{*this, u"acknowledged_at"};
    Column<qint64> graceSeconds{*this, u"grace_seconds"};
    Column<std::optional<QDateTime>> graceUntil{*this, u"grace_until"};
    Column<std::optional<QDateTime>> endedAt{*this, u"ended_at"};
    Column<std::optional<QDateTime>> lastUsedAt{*this, u"last_used_at"};
    Column<QString> lastUsedFrom{*this, u"last_used_from"};
    Column<QByteArray> verifier{*this, u"verifier"};
    Column<int> pepperVersion{*this, u"pepper_version"};
    Column<QByteArray> sealed{*this, u"sealed"};
    Column<QByteArray> ackVerifier{*this, u"ack_verifier"};
    Column<std::optional<QDateTime>> expiresAt{*this, u"expires_at"};
} generations;

const struct : Columns
{
    Column<Realm> realm{*this, u"i.realm"};
    Column<QString> text{*this, u"i.client_id"};
    Column<QString> partnerId{*this, u"c.partner_id"};
} clientIds;

const struct : Columns
{
    Column<KeyScheme> scheme{*this, u"scheme"};
    Column<QString> header{*this, u"header"};
    Column<QString> hmacKey{*this, u"hmac_key"};
    Column<std::optional<QDateTime>> rehashedAt{*this, u"rehashed_at"};
    Column<QByteArray> origin{*this, u"origin"};
    Column<QByteArray> lookup{*this, u"lookup"};
    Column<int> pepperVersion{*this, u"pepper_version"};
    Column<int> prefixLength{*this, u"prefix_length"};
    Column<QByteArray> box{*this, u"box"};
} legacyKeys;

const QString from = u"credentials c JOIN partners p ON p.id = c.partner_id"_s;
const ListSource source{columns, from};

CredentialRow read(const Statement &row)
{
    CredentialRow result;
    Credential &value = result.value;
    value.id = columns.id(row);
    value.partnerId = columns.partnerId(row);
    value.partnerName = columns.partnerName(row);
    value.name = columns.name(row);
    value.kind = columns.kind(row);
    value.realm = columns.realm(row);
    value.state = columns.state(row);
    result.suspended = columns.suspended(row);
    value.owner = columns.owner(row);
    value.scopes = columns.scopes(row).split(u' ', Qt::SkipEmptyParts);
    value.createdAt = columns.createdAt(row);
    value.createdBy = columns.createdBy(row);
    value.expiresAt = columns.expiresAt(row);
    value.revokedAt = columns.revokedAt(row);
    value.revokedBy = columns.revokedBy(row);
    value.revokedReason = columns.revokedReason(row);
    result.nextEventAt = columns.nextEventAt(row);
    value.version = columns.version(row);
    return result;
}

void readGenerations(Tx &tx, CredentialRow &credential)
{
    Statement row = tx.query(u"SELECT "_s + generations.selected() +
                             u" FROM generations WHERE credential_id = ? ORDER BY number"_s);
    row.bind(credential.value.id);
    while (row.next()) {
        GenerationRow generation;
        Generation &value = generation.value;
        value.number = generations.number(row);
        value.state = generations.state(row);
        value.lastFour = generations.lastFour(row);
        value.createdAt = generations.createdAt(row);
        generation.voidAt = generations.voidAt(row);
        value.acknowledgedAt = generations.acknowledgedAt(row);
        generation.graceSeconds = generations.graceSeconds(row);
        value.graceUntil = generations.graceUntil(row);
        value.endedAt = generations.endedAt(row);
        value.lastUsedAt = generations.lastUsedAt(row);
        value.lastUsedFrom = generations.lastUsedFrom(row);
        generation.verifier = generations.verifier(row);
        generation.pepperVersion = generations.pepperVersion(row);
        generation.sealed = generations.sealed(row);
        generation.ackVerifier = generations.ackVerifier(row);
        generation.expiresAt = generations.expiresAt(row);
        if (value.lastUsedAt &&
            (!credential.value.lastUsedAt || *credential.value.lastUsedAt < *value.lastUsedAt)) {
            credential.value.lastUsedAt = value.lastUsedAt;
            credential.value.lastUsedFrom = value.lastUsedFrom;
        }
        credential.generations.append(generation);
    }
}

void readLegacyKey(Tx &tx, CredentialRow &credential)
{
    if (credential.value.kind != CredentialKind::LegacyKey)
        return;
    Statement row =
        tx.query(u"SELECT "_s + legacyKeys.selected() + u" FROM legacy_keys WHERE credential_id = ?"_s);
    row.bind(credential.value.id);
    if (!row.next())
        return;
    LegacyFacts facts;
    facts.scheme = legacyKeys.scheme(row);
    facts.header = legacyKeys.header(row);
    facts.hmacKey = legacyKeys.hmacKey(row);
    facts.rehashedAt = legacyKeys.rehashedAt(row);
    credential.value.legacy = facts;
    credential.legacy =
        LegacyRow{legacyKeys.origin(row), legacyKeys.lookup(row), legacyKeys.pepperVersion(row),
                  legacyKeys.prefixLength(row), legacyKeys.box(row)};
}

void readClientId(Tx &tx, CredentialRow &credential)
{
    if (credential.value.kind != CredentialKind::LegacyClientId)
        return;
    Statement row = tx.query(u"SELECT client_id FROM client_ids WHERE credential_id = ?"_s);
    row.bind(credential.value.id);
    credential.value.legacyClientId = only<QString>(row).value_or(QString());
}

void readParts(Tx &tx, CredentialRow &credential)
{
    readGenerations(tx, credential);
    readLegacyKey(tx, credential);
    readClientId(tx, credential);
}

QList<CredentialRow> collect(Tx &tx, Statement row)
{
    QList<CredentialRow> list;
    while (row.next())
        list.append(read(row));
    for (CredentialRow &credential : list)
        readParts(tx, credential);
    return list;
}

constexpr SortOrder orders[]{
    {u"name", u"c.name_key", false},
    {u"partner", u"p.name_key", false},
    {u"state", u"c.state", false},
    {u"owner", u"c.owner", false},
    {u"expires_at", u"c.expires_at", true},
    {u"created_at", u"c.created_at", true},
    {u"last_used_at",
     u"COALESCE((SELECT MAX(g.last_used_at) FROM generations g WHERE g.credential_id = c.id), 0)", true},
};

} // namespace

void put(Tx &tx, const CredentialRow &row)
{
    const Credential &value = row.value;
    RowWrite(u"credentials"_s)
        .key(u"id"_s, value.id)
        .once(u"partner_id"_s, value.partnerId)
        .set(u"name"_s, value.name)
        .set(u"name_key"_s, pc::rules::fold(value.name))
        .once(u"kind"_s, toText(value.kind))
        .once(u"realm"_s, toText(value.realm))
        .set(u"state"_s, toText(value.state))
        .set(u"suspended"_s, row.suspended)
        .set(u"owner"_s, value.owner)
        .set(u"scopes"_s, value.scopes.join(u' '))
        .once(u"created_at"_s, value.createdAt)
        .once(u"created_by"_s, value.createdBy)
        .set(u"expires_at"_s, value.expiresAt)
        .set(u"revoked_at"_s, value.revokedAt)
        .set(u"revoked_by"_s, value.revokedBy)
        .set(u"revoked_reason"_s, value.revokedReason)
        .set(u"next_event_at"_s, row.nextEventAt)
        .set(u"version"_s, value.version)
        .put(tx);
    for (const GenerationRow &generation : row.generations) {
        const Generation &g = generation.value;
        RowWrite(u"generations"_s)
            .key(u"credential_id"_s, value.id)
            .key(u"number"_s, g.number)
            .set(u"state"_s, toText(g.state))
            .once(u"tail"_s, g.lastFour)
            .once(u"created_at"_s, g.createdAt)
            .set(u"void_at"_s, generation.voidAt)
            .set(u"acknowledged_at"_s, g.acknowledgedAt)
            .once(u"grace_seconds"_s, generation.graceSeconds)
            .set(u"grace_until"_s, g.graceUntil)
            .set(u"ended_at"_s, g.endedAt)
            .once(u"last_used_at"_s, g.lastUsedAt)
            .once(u"last_used_from"_s, g.lastUsedFrom)
            .set(u"verifier"_s, generation.verifier)
            .set(u"pepper_version"_s, generation.pepperVersion)
            .set(u"sealed"_s, generation.sealed)
            .set(u"ack_verifier"_s, generation.ackVerifier)
            .set(u"expires_at"_s, generation.expiresAt)
            .put(tx);
    }
    if (!value.legacyClientId.isEmpty())
        RowWrite(u"client_ids"_s)
            .key(u"realm"_s, toText(value.realm))
            .key(u"client_id"_s, value.legacyClientId)
            .once(u"credential_id"_s, value.id)
            .insertOrKeep(tx);
    if (!row.legacy || !value.legacy)
        return;
    RowWrite(u"legacy_keys"_s)
        .key(u"credential_id"_s, value.id)
        .once(u"scheme"_s, toText(value.legacy->scheme))
        .once(u"header"_s, value.legacy->header)
        .once(u"hmac_key"_s, value.legacy->hmacKey)
        .once(u"origin"_s, row.legacy->origin)
        .once(u"lookup"_s, row.legacy->lookup)
        .once(u"pepper_version"_s, row.legacy->pepperVersion)
        .once(u"prefix_length"_s, row.legacy->prefixLength)
        .once(u"box"_s, row.legacy->box)
        .once(u"rehashed_at"_s, value.legacy->rehashedAt)
        .insertOrKeep(tx); // what changes it is rehash()
}

std::optional<CredentialRow> find(Tx &tx, const QString &id)
{
    Statement row = tx.query(u"SELECT "_s + columns.selected() + u" FROM "_s + from + u" WHERE c.id = ?"_s);
    row.bind(id);
    QList<CredentialRow> list = collect(tx, std::move(row));
    return list.isEmpty() ? std::nullopt : std::optional(std::move(list.first()));
}

QList<CredentialRow> ofPartner(Tx &tx, const QString &partnerId)
{
    Statement row = tx.query(u"SELECT "_s + columns.selected() + u" FROM "_s + from +
                             u" WHERE c.partner_id = ? ORDER BY c.id"_s);
    row.bind(partnerId);
    return collect(tx, std::move(row));
}

QList<CredentialRow> all(Tx &tx)
{
    return collect(tx,
                   tx.query(u"SELECT "_s + columns.selected() + u" FROM "_s + from + u" ORDER BY c.id"_s));
}

QList<CredentialRow> due(Tx &tx, const QDateTime &now, int limit)
{
    Statement row = tx.query(u"SELECT "_s + columns.selected() + u" FROM "_s + from +
                             u" WHERE c.next_event_at <= ? ORDER BY c.next_event_at LIMIT ?"_s);
    row.bind(now).bind(limit);
    return collect(tx, std::move(row));
}

std::optional<QDateTime> nextDue(Tx &tx)
{
    Statement row = tx.query(u"SELECT MIN(next_event_at) FROM credentials"_s);
    return only<std::optional<QDateTime>>(row).value_or(std::nullopt);
}

void touch(Tx &tx, const QString &id, int generation, const QDateTime &at, const QString &source)
{
    tx.query(u"UPDATE generations SET last_used_at = ?, last_used_from = ? WHERE credential_id = ? AND "
             u"number = ? "
             "AND (last_used_at IS NULL OR last_used_at < ?)"_s)
        .bind(at)
        .bind(source)
        .bind(id)
        .bind(generation)
        .bind(at)
        .exec();
}

bool rehash(Tx &tx, const QString &id, const QByteArray &lookup, int pepperVersion, const QDateTime &at)
{
    Statement row = tx.query(
        u"SELECT COUNT(*) FROM legacy_keys WHERE credential_id = ? AND rehashed_at IS NULL AND scheme = ?"_s);
    row.bind(id).bind(toText(KeyScheme::Bcrypt));
    if (only<qint64>(row).value_or(0) == 0)
        return false;
    tx.query(
          u"UPDATE legacy_keys SET lookup = ?, pepper_version = ?, prefix_length = 0, box = ?, rehashed_at "
          u"= ? WHERE credential_id = ?"_s)
        .bind(lookup)
        .bind(pepperVersion)
        .bind(QByteArray(""))
        .bind(at)
        .bind(id)
        .exec();
    return true;
}

QString importedAs(Tx &tx, const QByteArray &origin)
{
    Statement row = tx.query(u"SELECT credential_id FROM legacy_keys WHERE origin = ?"_s);
    row.bind(origin);
    return only<QString>(row).value_or(QString());
}

std::optional<QDateTime> newestHeader(Tx &tx)
{
    Statement row = tx.query(
        u"SELECT MIN(c.created_at) FROM legacy_keys k JOIN credentials c ON c.id = k.credential_id GROUP BY "
        u"k.header ORDER BY 1 DESC LIMIT 1"_s);
    return only<QDateTime>(row);
}

QString foundBy(Tx &tx, const QByteArray &lookup)
{
    Statement row = tx.query(u"SELECT credential_id FROM legacy_keys WHERE lookup = ?"_s);
    row.bind(lookup);
    return only<QString>(row).value_or(QString());
}

QString ofClientId(Tx &tx, Realm realm, const QString &clientId)
{
    Statement row = tx.query(u"SELECT credential_id FROM client_ids WHERE realm = ? AND client_id = ?"_s);
    row.bind(toText(realm)).bind(clientId);
    return only<QString>(row).value_or(QString());
}

QList<KnownClientId> clientIdsWithEscapes(Tx &tx)
{
    Statement row = tx.query(u"SELECT "_s + clientIds.selected() +
                             u" FROM client_ids i JOIN credentials c ON c.id = i.credential_id"
                             " WHERE i.client_id LIKE '%+%' OR i.client_id LIKE '%!%%' ESCAPE '!'"_s);
    QList<KnownClientId> list;
    while (row.next())
        list.append({clientIds.realm(row), clientIds.text(row), clientIds.partnerId(row)});
    return list;
}

QList<CredentialRow> imported(Tx &tx, const QString &partnerId)
{
    Statement row =
        tx.query(u"SELECT "_s + columns.selected() + u" FROM "_s + from +
                 u" WHERE c.kind IN (?, ?) AND (? = '' OR c.partner_id = ?) ORDER BY c.expires_at, c.id"_s);
    row.bind(toText(CredentialKind::LegacyKey))
        .bind(toText(CredentialKind::LegacyClientId))
        .bind(partnerId)
        .bind(partnerId);
    return collect(tx, std::move(row));
}

std::optional<Page<CredentialRow>> list(Tx &tx, const CredentialQuery &query, const QDateTime &now)
{
    const auto sort = sortKey(orders, query.sort, u"c.id"_s);
    if (!sort)
        return {};
    Filter filter;
    filter.addContains({u"c.name_key"_s, u"LOWER(c.id)"_s, u"LOWER(c.owner)"_s, u"p.name_key"_s}, query.text);
    if (!query.lastFour.isEmpty())
        filter.add(u"EXISTS (SELECT 1 FROM generations g WHERE g.credential_id = c.id AND g.tail = ?)"_s,
                   {query.lastFour});
    filter.addEquals(u"c.partner_id"_s, query.partnerId);
    filter.addIn(u"c.state"_s, textsOf(query.states));
    filter.addIn(u"c.kind"_s, textsOf(query.kinds));
    filter.addIn(u"c.realm"_s, textsOf(query.realms));
    if (query.expiringWithinDays) {
        filter.add(expiring_credentials::condition(u"c"_s),
                   expiring_credentials::values(*query.expiringWithinDays, now));
    }
    auto page =
        readPage(tx, source, filter, *sort, u"credentials:"_s + query.sort, query.cursor, query.limit, read);
    if (!page)
        return {};
    for (CredentialRow &credential : page->items)
        readParts(tx, credential);
    return page;
}

QStringList sortOrders()
{
    return namesOf(orders);
}

} // namespace pc::platform::credential_rows
