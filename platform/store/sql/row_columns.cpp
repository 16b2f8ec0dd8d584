// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sql/row_columns.h"

namespace pc::platform {

int RowColumns::add(QStringView column)
{
    m_columns.append(column.toString());
    return static_cast<int>(m_columns.size()) - 1;
}

QString RowColumns::insert() const
{
    return insert_text::insert(m_table, m_columns);
}

QString RowColumns::insertOrKeep() const
{
    return insert() + insert_text::orKeep(m_keys);
}

QString RowColumns::put() const
{
    return insert() + insert_text::orSet(m_keys, m_changes);
}

} // namespace pc::platform
