// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/import.h"
#include "models/base/item_roles.h"

#include <QAbstractTableModel>

#include <functional>

namespace pc::models {

/// The rows of a file with what becomes of each: all of them, or those of one outcome.
class ImportRowTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// ValueRole: int; ImportOutcome as int; text; text.
    enum Column { LineColumn, OutcomeColumn, SubjectColumn, WhatColumn, ColumnCount };
    enum OwnRole { OutcomeRole = FirstOwnRole };
    /// What becomes of a row, in one line: the words are the view's.
    using Words = std::function<QString(const ImportRow &row)>;

    explicit ImportRowTable(Words words, QObject *parent = nullptr);
    ~ImportRowTable() override;

    void setReport(const ImportReport &report);
    /// Unknown: all.
    void setOutcome(ImportOutcome outcome);
    [[nodiscard]] ImportOutcome outcome() const { return m_outcome; }
    [[nodiscard]] const ImportRow &rowAt(int row) const { return m_rows.at(m_shown.at(row)); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void choose();

    Words m_words;
    QList<ImportRow> m_rows;
    QList<qsizetype> m_shown; ///< places in m_rows
    ImportOutcome m_outcome = ImportOutcome::Unknown;
};

} // namespace pc::models
