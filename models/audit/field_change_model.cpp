// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/field_change_model.h"

namespace pc::models {

FieldChangeModel::FieldChangeModel(QObject *parent) : QAbstractTableModel(parent) {}

FieldChangeModel::~FieldChangeModel() = default;

void FieldChangeModel::setRows(const QList<FieldChange> &rows)
{
    if (rows == m_rows)
        return;
    beginResetModel(); // a diff is read, not worked in
    m_rows = rows;
    endResetModel();
}

int FieldChangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FieldChangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant FieldChangeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FieldChange &row = m_rows.at(index.row());
    if (role == KindRole)
        return int(row.before.isEmpty() ? Added : row.after.isEmpty() ? Removed : Changed);
    if (role == Qt::AccessibleTextRole && index.column() == FieldColumn) {
        if (row.before.isEmpty())
            return tr("%1: added %2").arg(row.field, row.after);
        if (row.after.isEmpty())
            return tr("%1: removed %2").arg(row.field, row.before);
        return tr("%1: from %2 to %3").arg(row.field, row.before, row.after);
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != ValueRole)
        return {};
    switch (index.column()) {
    case FieldColumn:
        return row.field;
    case BeforeColumn:
        return row.before;
    case AfterColumn:
        return row.after;
    default:
        return {};
    }
}

QVariant FieldChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case FieldColumn:
        return tr("Field");
    case BeforeColumn:
        return tr("Before");
    case AfterColumn:
        return tr("After");
    default:
        return {};
    }
}

} // namespace pc::models
