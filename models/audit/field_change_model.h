// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "models/base/item_roles.h"

#include <QAbstractTableModel>

namespace pc::models {

/// A diff as a table: field, before, after. Used for audit events and for staged edits.
class FieldChangeModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { FieldColumn, BeforeColumn, AfterColumn, ColumnCount };
    enum OwnRole { KindRole = FirstOwnRole }; ///< ChangeSort as int
    enum ChangeSort { Added, Removed, Changed };

    explicit FieldChangeModel(QObject *parent = nullptr);
    ~FieldChangeModel() override;
    void setRows(const QList<FieldChange> &rows);
    [[nodiscard]] const QList<FieldChange> &rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<FieldChange> m_rows;
};

} // namespace pc::models
