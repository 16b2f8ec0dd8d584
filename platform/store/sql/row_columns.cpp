// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sql/row_columns.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

int RowColumns::add(QStringView column)
{
    m_columns.append(column.toString());
    return static_cast<int>(m_columns.size()) - 1;
}

QString RowColumns::insert() const
{
    const QString places = QStringList(m_columns.size(), u"?"_s).join(u", ");
    // house: sql — tables and columns are constants of the program
    return u"INSERT INTO "_s + m_table + u" ("_s + m_columns.join(u", ") + u") VALUES ("_s + places + u')';
}

QString RowColumns::insertOrKeep() const
{
    return insert() + u" ON CONFLICT ("_s + m_keys.join(u", ") + u") DO NOTHING"_s;
}

QString RowColumns::put() const
{
    // house: sql — columns and expressions are constants of the program
    return insert() + u" ON CONFLICT ("_s + m_keys.join(u", ") + u") DO UPDATE SET "_s +
           m_changes.join(u", ");
}

} // namespace pc::platform
