// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/usage/usage_lines_model.h"

#include "models/base/item_roles.h"
#include "models/text/figures.h"
#include "models/usage/usage_model.h"

#include <QLocale>

#include <algorithm>

namespace pc::views {

UsageLinesModel::UsageLinesModel(QObject *parent) : QAbstractTableModel(parent) {}

void UsageLinesModel::setSeries(const UsageSeries &series, Breakdown breakdown)
{
    beginResetModel();
    m_lines = series.lines;
    m_breakdown = breakdown;
    m_running = series.asOf.isValid() && series.asOf < series.to;
    m_total = 0;
    for (const UsageLine &line : std::as_const(m_lines))
        m_total += line.total;
    std::stable_sort(m_lines.begin(), m_lines.end(),
                     [](const UsageLine &a, const UsageLine &b) { return a.total > b.total; });
    endResetModel();
}

int UsageLinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int UsageLinesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UsageLinesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const UsageLine &line = m_lines.at(index.row());
    const QLocale locale;
    const QString name = models::lineLabel(line, m_breakdown);
    const double share = m_total > 0 ? static_cast<double>(line.total) / static_cast<double>(m_total) : 0;
    const QString percent = models::percentText(share, 1, locale);
    if (role == models::IdRole)
        return line.key;
    if (role == RunningRole)
        return m_running;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((index.column() == NameColumn ? Qt::AlignLeading : Qt::AlignTrailing) |
                                   Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole)
        return tr("%1: %n call(s), %2", nullptr, models::forPlural(line.total)).arg(name, percent);
    switch (index.column()) {
    case NameColumn:
        return role == Qt::DisplayRole || role == models::ValueRole ? QVariant(name)
               : role == Qt::ToolTipRole                            ? QVariant(line.key)
                                                                    : QVariant();
    case CallsColumn:
        return role == Qt::DisplayRole     ? QVariant(locale.toString(line.total))
               : role == models::ValueRole ? QVariant(line.total)
                                           : QVariant();
    case ShareColumn:
        return role == Qt::DisplayRole     ? QVariant(percent)
               : role == models::ValueRole ? QVariant(share)
                                           : QVariant();
    case CourseColumn:
        return role == models::ValueRole ? QVariant::fromValue(line.values) : QVariant();
    default:
        return {};
    }
}

QVariant UsageLinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            (section == NameColumn || section == CourseColumn ? Qt::AlignLeading : Qt::AlignTrailing) |
            Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        switch (m_breakdown) {
        case Breakdown::Route:
            return tr("Route");
        case Breakdown::Credential:
            return tr("Credential");
        case Breakdown::Generation:
            return tr("Credential and generation");
        case Breakdown::Source:
            return tr("Source address");
        default:
            return tr("Outcome");
        }
    case CallsColumn:
        return tr("Calls");
    case ShareColumn:
        return tr("Share");
    case CourseColumn:
        return tr("Course");
    default:
        return {};
    }
}

} // namespace pc::views
