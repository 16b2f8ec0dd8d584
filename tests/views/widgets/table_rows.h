// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/table_view.h"

#include <QAbstractTableModel>

namespace pc::test {

using namespace Qt::StringLiterals;

/// Rows with a number each, four columns, and letters that HTML has to escape.
class Rows final : public QAbstractTableModel
{
public:
    explicit Rows(int count)
    {
        for (int i = 0; i < count; ++i) {
            m_ids.append(i);
        }
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_ids.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 4;
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == Qt::UserRole) {
            return m_ids.at(index.row());
        }
        return role == Qt::DisplayRole
                   ? QVariant(u"r%1 <c>%2"_s.arg(m_ids.at(index.row())).arg(index.column()))
                   : QVariant();
    }
    void reload(QList<int> ids)
    {
        beginResetModel();
        m_ids = std::move(ids);
        endResetModel();
    }
    [[nodiscard]] const QList<int> &ids() const { return m_ids; }

private:
    QList<int> m_ids;
};

inline QList<views::ColumnSpec> columns()
{
    return {{0, 200, 2, 0}, {1, 120, 1, 1}, {2, 120, 0, 2}, {3, 120, 0, 3}};
}

/// A table of that many rows, on show.
struct ShownTable
{
    Rows rows;
    views::PcTableView view;

    explicit ShownTable(int count) : rows(count)
    {
        view.setModel(&rows);
        view.setColumns(columns());
        view.resize(900, 300);
        view.show();
    }
};

inline int visibleWidth(const views::PcTableView &view)
{
    int width = 0;
    for (int c = 0; c < 4; ++c) {
        width += view.isColumnHidden(c) ? 0 : view.columnWidth(c);
    }
    return width;
}

} // namespace pc::test
