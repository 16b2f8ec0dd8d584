// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sqlite/sqlite_interruption.h"

#include "platform/store/sqlite/sqlite_engine.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QVariant>

#include <sqlite3.h>

#include <utility>

namespace pc::platform {

namespace {

/// Steps of SQLite's machine between two questions.
constexpr int steps = 1000;

sqlite3 *connectionOf(const QSqlDatabase &database)
{
    const QVariant handle = isOurSqlite(database) ? database.driver()->handle() : QVariant();
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
