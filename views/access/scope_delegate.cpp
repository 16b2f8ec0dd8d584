// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/scope_delegate.h"

#include "models/access/scope_tree_model.h"
#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/style/theme.h"

#include <QPainter>

namespace pc::views {

using models::ScopeTreeModel;

namespace {

bool isConflict(const QModelIndex &index)
{
    return index.siblingAtColumn(ScopeTreeModel::ScopeColumn).data(ScopeTreeModel::ConflictRole).toBool();
}

} // namespace

QSize ScopeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(TypeScale::of(option.widget).px(space::rowNormal));
    return size;
}

void ScopeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Tokens &tokens = Tokens::of(option->widget);
    const TypeScale &type = TypeScale::of(option->widget);
    const bool group = index.siblingAtColumn(ScopeTreeModel::ScopeColumn)
                           .data(ScopeTreeModel::ScopeNameRole)
                           .toString()
                           .isEmpty();
    const bool changed =
        index.siblingAtColumn(ScopeTreeModel::ScopeColumn).data(ScopeTreeModel::ChangedRole).toBool();
    QColor text = index.column() == ScopeTreeModel::ScopeColumn ? tokens.text : tokens.text2;
    if (index.column() == ScopeTreeModel::ScopeColumn) {
        option->font = group ? type.font(TypeRole::Body, QFont::DemiBold)
                             : type.font(TypeRole::Mono, changed ? QFont::Medium : QFont::Normal);
        if (isConflict(index))
            text = tokens.warn.fg;
    }
    for (const auto role : {QPalette::Text, QPalette::HighlightedText})
        option->palette.setColor(role, text);
    option->fontMetrics = QFontMetrics(option->font);
}

void ScopeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const PainterScope scope(painter);
    const Tokens &tokens = Tokens::of(option.widget);
    QStyleOptionViewItem cell = option;
    if (index.column() != ScopeTreeModel::ScopeColumn) {
        // In step with the padding of the header.
        const int inset = 9;
        cell.rect.adjust(option.direction == Qt::RightToLeft ? 0 : inset, 0,
                         option.direction == Qt::RightToLeft ? -inset : 0, 0);
    }
    QStyledItemDelegate::paint(painter, cell, index);
    const bool changed = index.data(ScopeTreeModel::ChangedRole).toBool();
    if (index.column() == ScopeTreeModel::ScopeColumn && changed) {
        // A bar at the leading edge: staged, not saved.
        QRect bar = option.rect;
        bar.setWidth(3);
        if (option.direction == Qt::RightToLeft)
            bar.moveRight(option.rect.right() + 8);
        else
            bar.moveLeft(option.rect.left() - 8);
        painter->fillRect(bar.adjusted(0, 6, 0, -6), tokens.accent);
    }
    paintHairline(painter, option.rect, Qt::BottomEdge, tokens.rowLine);
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(painter, option.rect, space::radiusSmall, tokens.accent);
}

} // namespace pc::views
