// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/commands/palette_provider.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace pc::views {

/// Rows of the palette: headings (not selectable) and items.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { HeadingRole = Qt::UserRole + 1, DetailRole, IconRole, KeysRole, DestructiveRole };

    struct Row
    {
        bool heading = false;
        PaletteItem item;
    };

    using QAbstractListModel::QAbstractListModel;
    void setRows(const QList<Row> &rows);
    [[nodiscard]] const Row *row(int index) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<Row> m_rows;
};

class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace pc::views
