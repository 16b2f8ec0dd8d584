// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

#include <deque>

namespace pc::models {

/// Which row an id is in, for rows that come and go at both ends of a list: that costs what comes and goes,
/// however many rows there are. In the middle it costs the rows below.
class RowIds final
{
public:
    [[nodiscard]] int count() const { return int(m_ids.size()); }
    /// -1: none.
    [[nodiscard]] int rowOf(const QString &id) const;
    [[nodiscard]] const QString &at(int row) const { return m_ids[std::size_t(row)]; }

    void insert(int row, const QStringList &ids);
    void remove(int row, int count);
    void clear();

private:
    void renumber(int from);

    std::deque<QString> m_ids;
    QHash<QString, qint64> m_numbers; ///< of an id: its row, and what the first row counts as
    qint64 m_first = 0;
};

} // namespace pc::models
