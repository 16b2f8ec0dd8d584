// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/table_place.h"

#include <QItemSelectionModel>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace pc::views {

TablePlace TablePlace::of(const QTableView &table, int keyRole)
{
    TablePlace place;
    place.m_offset = table.verticalScrollBar()->value();
    if (keyRole < 0) {
        return place;
    }
    const QModelIndex current = table.currentIndex();
    place.m_keyRole = keyRole;
    place.m_column = current.column();
    if (current.isValid()) {
        place.m_current = current.siblingAtColumn(0).data(keyRole);
    }
    const QModelIndexList rows =
        table.selectionModel() != nullptr ? table.selectionModel()->selectedRows() : QModelIndexList();
    for (const QModelIndex &row : rows) {
        place.m_selected.append(row.siblingAtColumn(0).data(keyRole));
    }
    return place;
}

void TablePlace::select(QTableView &table) const
{
    const QAbstractItemModel *model = table.model();
    QItemSelection selection;
    const int rows = model->rowCount();
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = model->index(row, 0);
        const QVariant key = index.data(m_keyRole);
        if (m_selected.contains(key)) {
            selection.select(index, model->index(row, model->columnCount() - 1));
        }
        if (key == m_current) {
            table.selectionModel()->setCurrentIndex(index.siblingAtColumn(std::max(0, m_column)),
                                                    QItemSelectionModel::NoUpdate);
        }
    }
    table.selectionModel()->select(selection, QItemSelectionModel::Select);
}

} // namespace pc::views
