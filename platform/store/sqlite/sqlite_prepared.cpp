// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sqlite/sqlite_prepared.h"

#include "contract/codec/ascii.h"
#include "platform/store/sqlite/sqlite_dialect.h"
#include "platform/store/sqlite/sqlite_engine.h"

#include <QLocale>
#include <QSqlError>
#include <QSqlResult>
#include <QVariant>

#include <sqlite3.h>

#include <algorithm>
#include <utility>

namespace pc::platform {

std::unique_ptr<Prepared> SqlitePrepared::over(const QSqlDatabase &database,
                                               std::unique_ptr<QSqlQuery> &query)
{
    if (!isOurSqlite(database))
        return {};
    const QVariant handle = query->result()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3_stmt*") != 0)
        return {};
    auto *const statement = *static_cast<sqlite3_stmt *const *>(handle.constData());
    return statement == nullptr ? nullptr
                                : std::unique_ptr<Prepared>(new SqlitePrepared(std::move(query), statement));
}

SqlitePrepared::SqlitePrepared(std::unique_ptr<QSqlQuery> query, sqlite3_stmt *statement)
    : m_query(std::move(query)), m_statement(statement)
{
}

SqlitePrepared::~SqlitePrepared() = default;

void SqlitePrepared::check(int code) const
{
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE)
        return;
    sqlite3 *const connection = sqlite3_db_handle(m_statement);
    const QString text = QString::fromUtf8(sqlite3_errmsg(connection));
    throw SqlFailure(
        sqliteDialect().errorOf(QSqlError(QStringLiteral("statement"), text, QSqlError::StatementError,
                                          QString::number(sqlite3_extended_errcode(connection)))));
}

int SqlitePrepared::places() const
{
    return sqlite3_bind_parameter_count(m_statement);
}

void SqlitePrepared::bindNull(int place)
{
    check(sqlite3_bind_null(m_statement, place + 1));
}

/// Short texts of plain characters, which most are, as the bytes they are stored as; null for others, which
/// SQLite turns into its encoding itself.
const char *SqlitePrepared::keepAscii(int place, QStringView text)
{
    constexpr qsizetype longest = 512;
    if (text.size() > longest || !isAscii(text))
        return nullptr;
    if (m_ascii.size() <= static_cast<std::size_t>(place))
        m_ascii.resize(static_cast<std::size_t>(place) + 1);
    QByteArray &kept = m_ascii[static_cast<std::size_t>(place)];
    kept.resize(text.size());
    std::transform(text.begin(), text.end(), kept.begin(),
                   [](QChar c) { return static_cast<char>(c.unicode()); });
    return kept.constData();
}

void SqlitePrepared::bindText(int place, QStringView text)
{
    if (const char *const ascii = keepAscii(place, text)) {
        check(sqlite3_bind_text(m_statement, place + 1, ascii, static_cast<int>(text.size()), SQLITE_STATIC));
        return;
    }
    // A null pointer would be NULL.
    const void *const at = text.isEmpty() ? static_cast<const void *>(u"") : text.utf16();
    check(
        sqlite3_bind_text16(m_statement, place + 1, at, static_cast<int>(text.size() * 2), SQLITE_TRANSIENT));
}

void SqlitePrepared::bindBytes(int place, QByteArrayView bytes)
{
    check(sqlite3_bind_blob64(m_statement, place + 1, bytes.isEmpty() ? "" : bytes.data(),
                              static_cast<sqlite3_uint64>(bytes.size()), SQLITE_TRANSIENT));
}

void SqlitePrepared::bindNumber(int place, qint64 number)
{
    check(sqlite3_bind_int64(m_statement, place + 1, number));
}

void SqlitePrepared::bindReal(int place, double number)
{
    check(sqlite3_bind_double(m_statement, place + 1, number));
}

int SqlitePrepared::exec()
{
    while (step()) {
    }
    const int touched = sqlite3_changes(sqlite3_db_handle(m_statement));
    finish();
    return touched;
}

bool SqlitePrepared::step()
{
    if (m_ended) // SQLite would begin again
        return false;
    const int code = sqlite3_step(m_statement);
    check(code);
    m_ended = code != SQLITE_ROW;
    return !m_ended;
}

void SqlitePrepared::finish() noexcept
{
    sqlite3_reset(m_statement); // tells once more what step() told
    sqlite3_clear_bindings(m_statement);
    m_ended = false;
}

// Only texts are asked for as texts, so that SQLite never changes a value in its place.
QString SqlitePrepared::text(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_TEXT: {
        const auto *const stored = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
        const QByteArrayView bytes(stored, sqlite3_column_bytes(m_statement, column));
        if (isAscii(bytes))
            return QString::fromLatin1(bytes);
        // The text before its size: asking for it changes the encoding.
        const auto *const at = static_cast<const QChar *>(sqlite3_column_text16(m_statement, column));
        return QString(at, sqlite3_column_bytes16(m_statement, column) / 2);
    }
    case SQLITE_NULL:
        return {};
    default:
        return QString::fromUtf8(bytes(column));
    }
}

QByteArray SqlitePrepared::bytes(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
        return QByteArray::number(number(column));
    case SQLITE_FLOAT:
        return QByteArray::number(real(column), 'g', QLocale::FloatingPointShortest);
    case SQLITE_TEXT: {
        const auto *const at = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
        return QByteArray(at, sqlite3_column_bytes(m_statement, column));
    }
    case SQLITE_NULL:
        return {};
    default:
        return QByteArray(static_cast<const char *>(sqlite3_column_blob(m_statement, column)),
                          sqlite3_column_bytes(m_statement, column));
    }
}

qint64 SqlitePrepared::number(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_FLOAT
               ? qRound64(real(column))
               : sqlite3_column_int64(m_statement, column);
}

double SqlitePrepared::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

bool SqlitePrepared::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

} // namespace pc::platform
