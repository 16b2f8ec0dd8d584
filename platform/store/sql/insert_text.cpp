// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sql/insert_text.h"

namespace pc::platform::insert_text {

using namespace Qt::StringLiterals;

QString insert(const QString &table, const QStringList &columns)
{
    const QString places = QStringList(columns.size(), u"?"_s).join(u", ");
    // house: sql — tables and columns are constants of the program
    return u"INSERT INTO "_s + table + u" ("_s + columns.join(u", ") + u") VALUES ("_s + places + u')';
}

QString orKeep(const QStringList &keys)
{
    return u" ON CONFLICT ("_s + keys.join(u", ") + u") DO NOTHING"_s;
}

QString orSet(const QStringList &keys, const QStringList &changes)
{
    // house: sql — columns and expressions are constants of the program
    return u" ON CONFLICT ("_s + keys.join(u", ") + u") DO UPDATE SET "_s + changes.join(u", ");
}

} // namespace pc::platform::insert_text
