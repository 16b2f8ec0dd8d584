// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sqlite/sqlite_dialect.h"

#include "contract/rules/audit_match.h"
#include "contract/rules/fold.h"
#include "platform/store/sql/query_prepared.h"
#include "platform/store/sqlite/sqlite_interruption.h"
#include "platform/store/sqlite/sqlite_prepared.h"

#include <QSqlError>

#include <algorithm>
#include <utility>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// Before each word of the events of one part. A prefix is merged over all words that begin so, which over a
/// whole log may be all there are; of one width, so that no part's is the beginning of another's.
QString partOf(qint64 index)
{
    constexpr int digits = 4;
    constexpr int base = 36;
    return QString::number(index / Dialect::searchPart, base).rightJustified(digits, u'0');
}

} // namespace

QString SqliteDialect::schemaText(QString sql) const
{
    // A table clustered by a composite key saves SQLite a second tree; INTEGER makes the key the row id.
    return sql.replace(u"{blob}"_s, u"BLOB"_s)
        .replace(u"{rowid}"_s, u"INTEGER"_s)
        .replace(u"{clustered}"_s, u"WITHOUT ROWID"_s);
}

QStringList SqliteDialect::partnerMarks() const
{
    const auto trigger = [](const QString &name, const QString &when, const QString &id) {
        return QString(
            u"CREATE TRIGGER "_s + name + u" AFTER "_s + when +
            // house: sql — names are constants
            u" BEGIN INSERT INTO partner_marks (partner_id, mark) VALUES (NEW."_s + id +
            u", (SELECT COALESCE(MAX(mark), 0) + 1 FROM partner_marks)) ON CONFLICT (partner_id) DO "
            "UPDATE SET mark = excluded.mark; END"_s);
    };
    const auto changes = [](const QStringList &columns) {
        QStringList differences;
        for (const QString &column : columns)
            differences.append(QString(u"NEW."_s + column + u" IS NOT OLD."_s + column));
        return QString(u" WHEN "_s + differences.join(u" OR "_s));
    };
    const QStringList partner{u"name_key"_s, u"slug"_s, u"owner"_s, u"stage"_s, u"status"_s, u"updated_at"_s};
    const QStringList figures{u"health"_s, u"last_call_at"_s, u"calls_24h"_s, u"quota_share"_s};
    const QStringList credential{u"state"_s, u"expires_at"_s};
    // house: sql — names are constants
    return {trigger(u"mark_new_partner"_s, u"INSERT ON partners"_s, u"id"_s),
            trigger(u"mark_partner"_s, u"UPDATE ON partners"_s + changes(partner), u"id"_s),
            trigger(u"mark_new_figures"_s, u"INSERT ON partner_stats"_s, u"partner_id"_s),
            trigger(u"mark_figures"_s, u"UPDATE ON partner_stats"_s + changes(figures), u"partner_id"_s),
            trigger(u"mark_new_credential"_s, u"INSERT ON credentials"_s, u"partner_id"_s),
            trigger(u"mark_credential"_s, u"UPDATE ON credentials"_s + changes(credential), u"partner_id"_s)};
}

QStringList SqliteDialect::searchSchema() const
{
    // Without positions and without a copy of the text: small, and quick to fill.
    return {u"CREATE VIRTUAL TABLE audit_search USING fts5(body, content='', detail=none, "
            "tokenize=\"unicode61 remove_diacritics 2\")"_s};
}

QStringList SqliteDialect::wordSchema() const
{
    // Takes every character beyond ASCII for a part of a word, so it cuts only where we put a space.
    return {
        u"DROP TABLE audit_search"_s,
        u"CREATE VIRTUAL TABLE audit_words USING fts5(body, content='', detail=none, tokenize='ascii')"_s};
}

QStringList SqliteDialect::wordSchemaAnew() const
{
    return {u"DROP TABLE audit_words"_s,
            u"CREATE VIRTUAL TABLE audit_words USING fts5(body, content='', detail=none, tokenize='ascii')"_s,
            u"DELETE FROM meta WHERE name = 'audit_index_from'"_s};
}

QString SqliteDialect::searchInsert() const
{
    return u"INSERT INTO audit_words (rowid, body) VALUES (?, ?)"_s;
}

QString SqliteDialect::searchDocument(const QString &text, qint64 index) const
{
    const QString part = partOf(index);
    QStringList words = pc::rules::indexWords(text);
    for (QString &word : words)
        word.prepend(part);
    return words.join(u' ');
}

QString SqliteDialect::searchSelect() const
{
    return u"SELECT rowid AS idx FROM audit_words WHERE audit_words MATCH ? AND rowid >= ? AND rowid < ?"_s;
}

QString SqliteDialect::searchMatch(const QStringList &words, qint64 index) const
{
    // Without positions it knows no phrases, so every term is one word.
    const QString part = partOf(index);
    QStringList terms;
    for (const QString &word : words.first(std::min(words.size(), pc::rules::mostSearchWords)))
        terms.append(u'"' + part + word + u"\"*"_s); // letters, numbers and marks: nothing to escape
    return terms.join(u" AND "_s);
}

QString SqliteDialect::beginRead() const
{
    return u"BEGIN"_s;
}

QString SqliteDialect::beginWrite() const
{
    return u"BEGIN IMMEDIATE"_s;
}

StoreError SqliteDialect::errorOf(const QSqlError &error) const
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

std::unique_ptr<Prepared> SqliteDialect::prepared(const QSqlDatabase &database,
                                                  std::unique_ptr<QSqlQuery> query) const
{
    std::unique_ptr<Prepared> own = SqlitePrepared::over(database, query);
    return own ? std::move(own) : std::make_unique<QueryPrepared>(std::move(query), *this);
}

std::unique_ptr<Interruption> SqliteDialect::interrupt(const QSqlDatabase &database,
                                                       std::function<bool()> over) const
{
    return std::make_unique<SqliteInterruption>(database, std::move(over));
}

const SqliteDialect &sqliteDialect()
{
    static const SqliteDialect dialect;
    return dialect;
}

} // namespace pc::platform
