// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantList>

class QTableView;

namespace pc::views {

/// Where somebody was in a table: current row, selection and offset, by the keys of the rows, so that it
/// outlives a reset of the model.
class TablePlace
{
public:
    TablePlace() = default;
    /// \p keyRole: of the rows' keys; negative when they have none, then only the offset is known.
    [[nodiscard]] static TablePlace of(const QTableView &table, int keyRole);

    /// Whether there is a row to come back to.
    [[nodiscard]] bool hasRows() const { return m_current.isValid() || !m_selected.isEmpty(); }
    /// Makes the same rows current and selected, as far as they are still there.
    void select(QTableView &table) const;
    [[nodiscard]] int offset() const { return m_offset; } ///< of the vertical scroll bar

private:
    int m_keyRole = -1;
    QVariant m_current;
    QVariantList m_selected;
    int m_offset = 0;
    int m_column = 0;
};

} // namespace pc::views
