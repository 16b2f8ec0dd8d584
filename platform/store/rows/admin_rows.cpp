// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/admin_rows.h"

#include "contract/crypto/hashing.h"
#include "contract/crypto/redaction.h"
#include "platform/store/rows/doc.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/row_write.h"

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
    RowWrite(u"operators"_s)
        .key(u"account"_s, row.account)
        .set(u"display_name"_s, row.displayName)
        .set(u"roles"_s, textsOf(row.roles).join(u' '))
        .once(u"created_at"_s, row.createdAt)
        .set(u"disabled_at"_s, row.disabledAt)
        .put(tx);
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
    RowWrite(u"sessions"_s)
        .key(u"token_hash"_s, row.tokenHash)
        .once(u"chain"_s, row.chain)
        .once(u"account"_s, row.account)
        .once(u"expires_at"_s, row.expiresAt)
        .once(u"renewable_until"_s, row.renewableUntil)
        .insert(tx);
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
    RowWrite(u"idempotency"_s)
        .key(u"actor"_s, row.actor)
        .key(u"operation"_s, row.operation)
        .key(u"key"_s, storedKey(row.key))
        .once(u"request_hash"_s, row.requestHash)
        .once(u"at"_s, row.at)
        .once(u"status"_s, row.status)
        .once(u"etag"_s, row.etag)
        .once(u"body"_s, row.body)
        .once(u"subject"_s, row.subject)
        .once(u"generation"_s, row.generation)
        .insert(tx);
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
    RowWrite(u"meta"_s).key(u"name"_s, name).set(u"value"_s, value).put(tx);
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
    return RowWrite(u"denied_tokens"_s)
        .key(u"jti"_s, QString::fromUtf8(token.jti))
        .once(u"credential_id"_s, credentialId)
        .once(u"expires_at"_s, toDateTime(token.expiresAt))
        .insertOrKeep(tx);
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
