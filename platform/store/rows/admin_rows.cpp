// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/admin_rows.h"

#include "contract/crypto/hashing.h"
#include "contract/crypto/redaction.h"
#include "platform/store/rows/doc.h"
#include "platform/store/sql/columns.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<QString> account{*this, u"account"};
    Column<QString> displayName{*this, u"display_name"};
    Column<QString> roles{*this, u"roles"};
    Column<QDateTime> createdAt{*this, u"created_at"};
    Column<std::optional<QDateTime>> disabledAt{*this, u"disabled_at"};
} operators;

const struct : Columns
{
    Column<QByteArray> tokenHash{*this, u"token_hash"};
    Column<QString> chain{*this, u"chain"};
    Column<QString> account{*this, u"account"};
    Column<QDateTime> expiresAt{*this, u"expires_at"};
    Column<QDateTime> renewableUntil{*this, u"renewable_until"};
} sessions;

const struct : Columns
{
    Column<QByteArray> requestHash{*this, u"request_hash"};
    Column<QDateTime> at{*this, u"at"};
    Column<int> status{*this, u"status"};
    Column<QString> etag{*this, u"etag"};
    Column<QByteArray> body{*this, u"body"};
    Column<QString> subject{*this, u"subject"};
    Column<int> generation{*this, u"generation"};
} answers;

const struct : Columns
{
    Column<QString> actor{*this, u"actor"};
    Column<QString> operation{*this, u"operation"};
    Column<QString> key{*this, u"key"};
    Column<QDateTime> at{*this, u"at"};
} keys;

const struct : Columns
{
    Column<QString> name{*this, u"name"};
    Column<QString> value{*this, u"value"};
} settings;

const struct : Columns
{
    Column<QString> jti{*this, u"jti"};
    Column<QDateTime> expiresAt{*this, u"expires_at"};
} denied;

OperatorRow readOperator(const Statement &row)
{
    OperatorRow result{operators.account(row),
                       operators.displayName(row),
                       {},
                       operators.createdAt(row),
                       operators.disabledAt(row)};
    const QStringList roles = operators.roles(row).split(u' ', Qt::SkipEmptyParts);
    for (const QString &role : roles)
        result.roles.append(enumFromText<Role>(role));
    return result;
}

} // namespace

namespace operator_rows {

void put(Tx &tx, const OperatorRow &row)
{
    tx.query(
          u"INSERT INTO operators (account, display_name, roles, created_at, disabled_at) VALUES (?, ?, ?, "
          u"?, ?) "
          "ON CONFLICT (account) DO UPDATE SET display_name = excluded.display_name, roles = excluded.roles, "
          "disabled_at = excluded.disabled_at"_s)
        .bind(row.account)
        .bind(row.displayName)
        .bind(textsOf(row.roles).join(u' '))
        .bind(row.createdAt)
        .bind(row.disabledAt)
        .exec();
}

std::optional<OperatorRow> find(Tx &tx, const QString &account)
{
    Statement row = tx.query(u"SELECT "_s + operators.selected() + u" FROM operators WHERE account = ?"_s);
    row.bind(account);
    return row.next() ? std::optional(readOperator(row)) : std::nullopt;
}

QList<OperatorRow> all(Tx &tx)
{
    QList<OperatorRow> list;
    Statement row = tx.query(u"SELECT "_s + operators.selected() + u" FROM operators ORDER BY account"_s);
    while (row.next())
        list.append(readOperator(row));
    return list;
}

bool isOwner(Tx &tx, const QString &account)
{
    const auto row = find(tx, account);
    return row && !row->disabledAt;
}

} // namespace operator_rows

namespace session_rows {

void put(Tx &tx, const SessionRow &row)
{
    tx.query(
          u"INSERT INTO sessions (token_hash, chain, account, expires_at, renewable_until) VALUES (?, ?, ?, ?, ?)"_s)
        .bind(row.tokenHash)
        .bind(row.chain)
        .bind(row.account)
        .bind(row.expiresAt)
        .bind(row.renewableUntil)
        .exec();
}

void keepNewest(Tx &tx, const QString &chain, int count)
{
    tx.query(u"DELETE FROM sessions WHERE chain = ? AND token_hash NOT IN (SELECT token_hash FROM sessions "
             "WHERE chain = ? ORDER BY expires_at DESC LIMIT ?)"_s)
        .bind(chain)
        .bind(chain)
        .bind(count)
        .exec();
}

void removeChain(Tx &tx, const QString &chain)
{
    tx.query(u"DELETE FROM sessions WHERE chain = ?"_s).bind(chain).exec();
}

void removeAccount(Tx &tx, const QString &account)
{
    tx.query(u"DELETE FROM sessions WHERE account = ?"_s).bind(account).exec();
}

void removeExpired(Tx &tx, const QDateTime &now)
{
    tx.query(u"DELETE FROM sessions WHERE expires_at <= ?"_s).bind(now).exec();
}

QList<SessionRow> all(Tx &tx)
{
    QList<SessionRow> list;
    Statement row = tx.query(u"SELECT "_s + sessions.selected() + u" FROM sessions"_s);
    while (row.next())
        list.append({sessions.tokenHash(row), sessions.chain(row), sessions.account(row),
                     sessions.expiresAt(row), sessions.renewableUntil(row)});
    return list;
}

} // namespace session_rows

namespace idempotency_rows {

QString storedKey(const QString &key)
{
    return redactText(key) == key
               ? key
               : u"sha256-"_s + QString::fromLatin1(sha256({QByteArrayView(key.toUtf8())}).toHex());
}

void put(Tx &tx, const IdempotencyRow &row)
{
    tx.query(
          u"INSERT INTO idempotency (actor, operation, key, request_hash, at, status, etag, body, subject, "
          "generation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s)
        .bind(row.actor)
        .bind(row.operation)
        .bind(storedKey(row.key))
        .bind(row.requestHash)
        .bind(row.at)
        .bind(row.status)
        .bind(row.etag)
        .bind(row.body)
        .bind(row.subject)
        .bind(row.generation)
        .exec();
}

std::optional<IdempotencyRow> find(Tx &tx, const QString &actor, const QString &operation, const QString &key)
{
    Statement row = tx.query(u"SELECT "_s + answers.selected() +
                             u" FROM idempotency WHERE actor = ? AND operation = ? AND key = ?"_s);
    row.bind(actor).bind(operation).bind(storedKey(key));
    if (!row.next())
        return {};
    return IdempotencyRow{actor,
                          operation,
                          key,
                          answers.requestHash(row),
                          answers.at(row),
                          answers.status(row),
                          answers.etag(row),
                          answers.body(row),
                          answers.subject(row),
                          answers.generation(row)};
}

void removeBefore(Tx &tx, const QDateTime &time)
{
    tx.query(u"DELETE FROM idempotency WHERE at < ?"_s).bind(time).exec();
}

std::vector<IdempotencyRow> since(Tx &tx, const QDateTime &time, int most)
{
    std::vector<IdempotencyRow> list;
    Statement row = tx.query(u"SELECT "_s + keys.selected() +
                             u" FROM idempotency WHERE at > ? ORDER BY at DESC LIMIT ?"_s);
    row.bind(time).bind(most);
    while (row.next()) {
        IdempotencyRow each;
        each.actor = keys.actor(row);
        each.operation = keys.operation(row);
        each.key = keys.key(row);
        each.at = keys.at(row);
        list.push_back(each);
    }
    std::reverse(list.begin(), list.end());
    return list;
}

} // namespace idempotency_rows

namespace meta_rows {

void put(Tx &tx, const QString &name, const QString &value)
{
    tx.query(
          u"INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s)
        .bind(name)
        .bind(value)
        .exec();
}

QString value(Tx &tx, const QString &name)
{
    Statement row = tx.query(u"SELECT value FROM meta WHERE name = ?"_s);
    row.bind(name);
    return only<QString>(row).value_or(QString());
}

void remove(Tx &tx, const QString &name)
{
    tx.query(u"DELETE FROM meta WHERE name = ?"_s).bind(name).exec();
}

QList<std::pair<QString, QString>> family(Tx &tx, const QString &family, int limit)
{
    // A range instead of LIKE, so that the index serves it: '0' is the character after '/'.
    Statement row = tx.query(u"SELECT "_s + settings.selected() +
                             u" FROM meta WHERE name >= ? AND name < ? ORDER BY name LIMIT ?"_s);
    row.bind(QString(family + u'/')).bind(QString(family + u'0')).bind(limit);
    QList<std::pair<QString, QString>> list;
    while (row.next())
        list.append({settings.name(row).sliced(family.size() + 1), settings.value(row)});
    return list;
}

} // namespace meta_rows

namespace denied_token_rows {

bool put(Tx &tx, const DeniedToken &token, const QString &credentialId)
{
    return tx.query(
                 u"INSERT INTO denied_tokens (jti, credential_id, expires_at) VALUES (?, ?, ?) ON CONFLICT (jti) DO NOTHING"_s)
               .bind(QString::fromUtf8(token.jti))
               .bind(credentialId)
               .bind(toDateTime(token.expiresAt))
               .exec() > 0;
}

std::vector<DeniedToken> all(Tx &tx)
{
    std::vector<DeniedToken> list;
    Statement row = tx.query(u"SELECT "_s + denied.selected() + u" FROM denied_tokens"_s);
    while (row.next())
        list.push_back({denied.jti(row).toUtf8(), instantOf(denied.expiresAt(row))});
    return list;
}

void removeExpired(Tx &tx, const QDateTime &now)
{
    tx.query(u"DELETE FROM denied_tokens WHERE expires_at <= ?"_s).bind(now).exec();
}

} // namespace denied_token_rows

} // namespace pc::platform
