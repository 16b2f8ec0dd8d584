// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/usage_model.h"

#include "models/enum_names.h"

#include <QLocale>

namespace pc::models {

qint64 bucketSeconds(Bucket bucket)
{
    switch (bucket) {
    case Bucket::Minute:
        return 60;
    case Bucket::Hour:
        return 3600;
    case Bucket::Day:
        return 86400;
    case Bucket::Unknown:
        break;
    }
    return 0;
}

QString lineLabel(const UsageLine &line, Breakdown breakdown)
{
    if (breakdown == Breakdown::Outcome) {
        const Outcome outcome = enumFromText<Outcome>(line.key);
        if (outcome != Outcome::Unknown)
            return nameOf(outcome);
    }
    return line.label.isEmpty() ? line.key : line.label;
}

UsageTable::UsageTable(QObject *parent) : QAbstractTableModel(parent) {}

UsageTable::~UsageTable() = default;

void UsageTable::setSeries(const UsageSeries &series, Breakdown breakdown)
{
    beginResetModel(); // another chart: its rows and columns have nothing to do with the former ones
    m_series = series;
    m_breakdown = breakdown;
    endResetModel();
}

void UsageTable::clear()
{
    setSeries({}, Breakdown::Outcome);
}

int UsageTable::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || m_series.lines.isEmpty())
        return 0;
    return int(m_series.lines.first().values.size());
}

int UsageTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + int(m_series.lines.size());
}

QDateTime UsageTable::timeOf(int row) const
{
    return m_series.from.addSecs(row * bucketSeconds(m_series.bucket));
}

QVariant UsageTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QLocale locale;
    const QString time = locale.toString(timeOf(index.row()), QLocale::ShortFormat);
    if (index.column() == 0) {
        if (role == ValueRole)
            return timeOf(index.row());
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(time) : QVariant();
    }
    const UsageLine &line = m_series.lines.at(index.column() - 1);
    const qint64 value = line.values.value(index.row());
    switch (role) {
    case ValueRole:
        return value;
    case Qt::DisplayRole:
        return locale.toString(value);
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3").arg(time, lineLabel(line, m_breakdown), locale.toString(value));
    default:
        return {};
    }
}

QVariant UsageTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    if (section == 0)
        return tr("Time (UTC)");
    if (section > int(m_series.lines.size()))
        return {};
    return lineLabel(m_series.lines.at(section - 1), m_breakdown);
}

} // namespace pc::models
