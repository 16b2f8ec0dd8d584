// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sqlite/sql_connection.h"

#include "platform/store/sqlite/sqlite_dialect.h"

#include <QSqlError>
#include <QSqlQuery>

#include <atomic>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// Settings of a fresh connection. A file that is kept only when complete needs no log and no sync until
/// then.
QStringList settingsOf(Durability durability)
{
    QStringList settings{u"PRAGMA foreign_keys=ON"_s, u"PRAGMA secure_delete=ON"_s,
                         u"PRAGMA temp_store=MEMORY"_s};
    if (durability == Durability::WhenComplete) {
        settings << u"PRAGMA journal_mode=OFF"_s << u"PRAGMA synchronous=OFF"_s
                 << u"PRAGMA locking_mode=EXCLUSIVE"_s << u"PRAGMA cache_size=-131072"_s;
    } else {
        settings << u"PRAGMA journal_mode=WAL"_s << u"PRAGMA synchronous=FULL"_s
                 << u"PRAGMA busy_timeout=5000"_s << u"PRAGMA journal_size_limit=16777216"_s
                 << u"PRAGMA cache_size=-16384"_s;
    }
    return settings;
}

QString freshName()
{
    static std::atomic<quint64> counter{0};
    return u"store-"_s + QString::number(counter.fetch_add(1));
}

} // namespace

SqlConnection::SqlConnection(const QString &file, Durability durability, qint64 maxPages, bool readOnly)
    : m_name(freshName())
{
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_database.setDatabaseName(file);
    m_database.setConnectOptions(readOnly ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s
                                          : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    const auto fail = [this](const QSqlError &error) {
        StoreError fault = sqliteDialect().errorOf(error);
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
        throw SqlFailure(std::move(fault));
    };
    if (!m_database.open())
        fail(m_database.lastError());
    QStringList settings = settingsOf(durability);
    if (readOnly)
        settings = {u"PRAGMA query_only=ON"_s};
    if (maxPages > 0)
        settings.append(u"PRAGMA max_page_count="_s + QString::number(maxPages));
    QSqlError error;
    for (const QString &setting : std::as_const(settings)) {
        QSqlQuery query(m_database);
        if (!query.exec(setting)) {
            error = query.lastError();
            break;
        }
    }
    if (error.isValid())
        fail(error);
}

SqlConnection::~SqlConnection()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

} // namespace pc::platform
