// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/diff_table.h"

#include <QAbstractTableModel>
#include <QSet>

namespace pc::views {

/// Rows of a DiffTable: field, before, after; a sentence per cell for screen readers.
class DiffModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Field, Before, After, ColumnCount };
    enum Role { ChangeRole = Qt::UserRole + 1 };
    /// Shows the items of a row that stands for kept ones, or their number again.
    void toggleKept(int row);

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(const QList<DiffRow> &rows);
    [[nodiscard]] const QList<DiffRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<DiffRow> m_rows;
    QSet<int> m_unfolded;
};

} // namespace pc::views
