// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/row_ids.h"

namespace pc::models {

int RowIds::rowOf(const QString &id) const
{
    const auto found = m_numbers.constFind(id);
    return found == m_numbers.constEnd() ? -1 : int(*found - m_first);
}

void RowIds::insert(int row, const QStringList &ids)
{
    const bool atTop = row == 0;
    m_ids.insert(m_ids.begin() + row, ids.begin(), ids.end());
    if (atTop)
        m_first -= ids.size();
    if (!atTop && row + ids.size() < count())
        return renumber(row);
    for (qsizetype i = 0; i < ids.size(); ++i)
        m_numbers.insert(ids.at(i), m_first + row + i);
}

void RowIds::remove(int row, int count)
{
    const auto begin = m_ids.begin() + row;
    for (auto id = begin; id != begin + count; ++id)
        m_numbers.remove(*id);
    m_ids.erase(begin, begin + count);
    if (row == 0)
        m_first += count;
    else
        renumber(row);
}

void RowIds::clear()
{
    m_ids.clear();
    m_numbers.clear();
    m_first = 0;
}

void RowIds::renumber(int from)
{
    for (int row = from; row < count(); ++row)
        m_numbers.insert(at(row), m_first + row);
}

} // namespace pc::models
