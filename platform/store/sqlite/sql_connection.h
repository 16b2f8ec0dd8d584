// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/sql_failure.h"
#include "platform/store/sql/store_options.h"

#include <QSqlDatabase>

namespace pc::platform {

/// Opens a connection for the calling thread and removes it again. Throws SqlFailure when it cannot.
class SqlConnection
{
public:
    SqlConnection(const QString &file, Durability durability, qint64 maxPages = 0, bool readOnly = false);
    ~SqlConnection();
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    [[nodiscard]] const QSqlDatabase &database() const { return m_database; }

private:
    QString m_name;
    QSqlDatabase m_database;
};

} // namespace pc::platform
