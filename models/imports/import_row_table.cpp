// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/import_row_table.h"

#include "models/text/enum_names.h"

#include <QLocale>

namespace pc::models {

ImportRowTable::ImportRowTable(Words words, QObject *parent)
    : QAbstractTableModel(parent), m_words(std::move(words))
{
}

ImportRowTable::~ImportRowTable() = default;

void ImportRowTable::setReport(const ImportReport &report)
{
    beginResetModel();
    m_rows = report.rows;
    choose();
    endResetModel();
}

void ImportRowTable::setOutcome(ImportOutcome outcome)
{
    if (outcome == m_outcome)
        return;
    beginResetModel();
    m_outcome = outcome;
    choose();
    endResetModel();
}

void ImportRowTable::choose()
{
    m_shown.clear();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_outcome == ImportOutcome::Unknown || m_rows.at(i).outcome == m_outcome)
            m_shown.append(i);
    }
}

int ImportRowTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ImportRowTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ImportRowTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImportRow &row = rowAt(index.row());
    if (role == OutcomeRole)
        return int(row.outcome);
    if (role == IdRole)
        return row.line;
    if (role == Qt::AccessibleTextRole && index.column() == LineColumn)
        return tr("Line %1, %2, %3: %4", "number, name, outcome, what becomes of it")
            .arg(QLocale().toString(row.line), row.subject, nameOf(row.outcome), m_words(row));
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole;
    if (!isText && role != ValueRole)
        return {};
    switch (index.column()) {
    case LineColumn:
        return isText ? QVariant(QLocale().toString(row.line)) : QVariant(row.line);
    case OutcomeColumn:
        return isText ? QVariant(nameOf(row.outcome)) : QVariant(int(row.outcome));
    case SubjectColumn:
        return row.subject;
    case WhatColumn:
        return m_words(row);
    default:
        return {};
    }
}

QVariant ImportRowTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case LineColumn:
        return tr("Line");
    case OutcomeColumn:
        return tr("Outcome");
    case SubjectColumn:
        return tr("Name");
    case WhatColumn:
        return tr("What becomes of it");
    default:
        return {};
    }
}

} // namespace pc::models
