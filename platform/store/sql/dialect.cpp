// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sql/dialect.h"

#include "contract/rules/fold.h"

#include <QSqlError>

namespace pc::platform::dialect {

using namespace Qt::StringLiterals;

QString schemaText(QString sql)
{
    // A table clustered by a composite key saves SQLite a second tree; INTEGER makes the key the row id.
    return sql.replace(u"{blob}"_s, u"BLOB"_s)
        .replace(u"{rowid}"_s, u"INTEGER"_s)
        .replace(u"{clustered}"_s, u"WITHOUT ROWID"_s);
}

QStringList searchSchema()
{
    // Without positions and without a copy of the text: small, and quick to fill.
    return {u"CREATE VIRTUAL TABLE audit_search USING fts5(body, content='', detail=none, "
            "tokenize=\"unicode61 remove_diacritics 2\")"_s};
}

QStringList wordSchema()
{
    // Takes every character beyond ASCII for a part of a word, so it cuts only where we put a space.
    return {
        u"DROP TABLE audit_search"_s,
        u"CREATE VIRTUAL TABLE audit_words USING fts5(body, content='', detail=none, tokenize='ascii')"_s};
}

QStringList wordSchemaAnew()
{
    return {u"DROP TABLE audit_words"_s,
            u"CREATE VIRTUAL TABLE audit_words USING fts5(body, content='', detail=none, tokenize='ascii')"_s,
            u"DELETE FROM meta WHERE name = 'audit_index_from'"_s};
}

QString searchInsert()
{
    return u"INSERT INTO audit_words (rowid, body) VALUES (?, ?)"_s;
}

QString searchDocument(const QString &text)
{
    return pc::rules::indexWords(text).join(u' ');
}

QString searchCondition()
{
    return u"idx IN (SELECT rowid FROM audit_words WHERE audit_words MATCH ?)"_s;
}

QString searchMatch(const QString &text)
{
    // Cut as the index is; without positions it knows no phrases, so every term is one word.
    constexpr int most = 16;
    const QStringList words = pc::rules::queryWords(text).mid(0, most);
    QStringList terms;
    for (const QString &word : words)
        terms.append(u'"' + word + u"\"*"_s); // letters, numbers and marks: nothing to escape
    return terms.join(u" AND "_s);
}

QString truncateLog()
{
    return u"PRAGMA wal_checkpoint(TRUNCATE)"_s;
}

QStringList connectionSettings(bool bulk)
{
    QStringList settings{u"PRAGMA foreign_keys=ON"_s, u"PRAGMA secure_delete=ON"_s,
                         u"PRAGMA temp_store=MEMORY"_s};
    if (bulk) {
        settings << u"PRAGMA journal_mode=OFF"_s << u"PRAGMA synchronous=OFF"_s
                 << u"PRAGMA locking_mode=EXCLUSIVE"_s << u"PRAGMA cache_size=-131072"_s;
    } else {
        settings << u"PRAGMA journal_mode=WAL"_s << u"PRAGMA synchronous=FULL"_s
                 << u"PRAGMA busy_timeout=5000"_s << u"PRAGMA journal_size_limit=16777216"_s
                 << u"PRAGMA cache_size=-16384"_s;
    }
    return settings;
}

QString beginWrite()
{
    return u"BEGIN IMMEDIATE"_s;
}

StoreError errorOf(const QSqlError &error)
{
    using Kind = StoreError::Kind;
    // Extended result codes carry the primary one in the low byte (sqlite.org/rescode.html).
    const int code = error.nativeErrorCode().toInt() & 0xff;
    Kind kind = Kind::Other;
    switch (code) {
    case 5:
    case 6:
        kind = Kind::Busy;
        break;
    case 9:
        kind = Kind::Interrupted;
        break;
    case 13:
        kind = Kind::Full;
        break;
    case 19:
        kind = Kind::Constraint;
        break;
    case 11:
    case 26:
        kind = Kind::Corrupt;
        break;
    case 8:
    case 10:
    case 14:
        kind = Kind::Gone;
        break;
    default:
        break;
    }
    return {kind,
            error.driverText() + u" / "_s + error.databaseText() + u" ("_s + error.nativeErrorCode() + u')'};
}

} // namespace pc::platform::dialect
