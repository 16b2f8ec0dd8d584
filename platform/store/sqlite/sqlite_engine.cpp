// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sqlite/sqlite_engine.h"

#include <QByteArrayView>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <sqlite3.h>

namespace pc::platform {

bool isOurSqlite(const QSqlDatabase &database)
{
    static const bool ours = [&database] {
        QSqlQuery query(database);
        return query.exec(QStringLiteral("SELECT sqlite_source_id()")) && query.next() &&
               query.value(0).toByteArray() == QByteArrayView(sqlite3_sourceid());
    }();
    return ours;
}

} // namespace pc::platform
