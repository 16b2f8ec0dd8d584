// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chart_table.h"

#include "models/base/item_roles.h"

#include <QLocale>

namespace pc::views {

ChartTable::ChartTable(QObject *parent) : QAbstractTableModel(parent) {}

void ChartTable::setData(const ChartData &data)
{
    beginResetModel();
    m_data = data;
    endResetModel();
}

int ChartTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_data.buckets();
}

int ChartTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2 + static_cast<int>(m_data.lines.size());
}

QVariant ChartTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QLocale locale;
    if (index.column() == 0) {
        switch (role) {
        case Qt::DisplayRole:
            return m_data.bucketText(index.row(), locale);
        case Qt::AccessibleTextRole:
            return m_data.bucketSentence(index.row(), locale);
        case models::ValueRole:
            return m_data.bucketStart(index.row());
        default:
            return {};
        }
    }
    if (index.column() > m_data.lines.size()) {
        const bool isText =
            role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == models::ValueRole;
        if (!isText)
            return {};
        return m_data.isRunning(index.row()) ? tr("so far") : tr("complete");
    }
    const ChartLine &line = m_data.lines.at(index.column() - 1);
    const auto value = static_cast<qint64>(line.values.value(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return locale.toString(value);
    case Qt::AccessibleTextRole:
        return tr("%1 %2", "series, value").arg(line.label, locale.toString(value));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    case models::ValueRole:
        return value;
    default:
        return {};
    }
}

QVariant ChartTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == 0 ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section > m_data.lines.size())
        return tr("Bucket");
    return section == 0 ? tr("Time (UTC)") : m_data.lines.at(section - 1).label;
}

} // namespace pc::views
