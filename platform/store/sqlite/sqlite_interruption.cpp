// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sqlite/sqlite_interruption.h"

#include <QByteArrayView>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlQuery>
#include <QVariant>

#include <sqlite3.h>

#include <utility>

namespace pc::platform {

namespace {

/// Steps of SQLite's machine between two questions.
constexpr int steps = 1000;

/// Qt's driver may have an SQLite of its own, whose connections are not for the functions of this one.
bool isOurEngine(const QSqlDatabase &database)
{
    QSqlQuery query(database);
    return query.exec(QStringLiteral("SELECT sqlite_source_id()")) && query.next() &&
           query.value(0).toByteArray() == QByteArrayView(sqlite3_sourceid());
}

sqlite3 *connectionOf(const QSqlDatabase &database)
{
    static const bool ours = isOurEngine(database);
    const QVariant handle = ours ? database.driver()->handle() : QVariant();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

int ask(void *over)
{
    return (*static_cast<const std::function<bool()> *>(over))() ? 1 : 0;
}

} // namespace

SqliteInterruption::SqliteInterruption(const QSqlDatabase &database, std::function<bool()> over)
    : m_over(std::move(over)), m_connection(connectionOf(database))
{
    if (m_connection != nullptr)
        sqlite3_progress_handler(static_cast<sqlite3 *>(m_connection), steps, ask,
                                 const_cast<std::function<bool()> *>(&m_over));
}

SqliteInterruption::~SqliteInterruption()
{
    if (m_connection != nullptr)
        sqlite3_progress_handler(static_cast<sqlite3 *>(m_connection), 0, nullptr, nullptr);
}

} // namespace pc::platform
