// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/item_paint.h"

#include "views/style/space.h"
#include "views/style/tabular_digits.h"
#include "views/widgets/avatar.h"
#include "views/widgets/badge.h"
#include "views/widgets/meters.h"
#include "views/widgets/table_view.h"

namespace pc::views {

namespace {
constexpr int padding = 12;
constexpr int itemGap = 8;
} // namespace

CellPainter::CellPainter(QPainter *painter, const QStyleOptionViewItem &option, const Tokens &tokens,
                         const TypeScale &type)
    : m_painter(painter), m_tokens(tokens), m_type(type), m_rect(option.rect), m_left(padding),
      m_right(option.rect.width() - 4), m_direction(option.direction),
      m_selected(option.state.testFlag(QStyle::State_Selected)),
      m_enabled(option.state.testFlag(QStyle::State_Enabled))
{
}

QRect CellPainter::peekRect(int width) const
{
    const QRect logical(m_rect.left() + m_left, m_rect.top(), std::max(0, std::min(width, room())),
                        m_rect.height() - 1);
    return QStyle::visualRect(m_direction, m_rect, logical);
}

QRect CellPainter::take(int width)
{
    const QRect box = peekRect(width);
    m_left += box.width();
    return box;
}

QColor CellPainter::color(Tone tone) const
{
    return m_enabled ? m_tokens.color(tone) : m_tokens.disabled;
}

void CellPainter::skip(int pixels)
{
    m_left += std::min(pixels, room());
}

void CellPainter::icon(Icon which, Tone tone, int size)
{
    const int side = m_type.px(size);
    if (room() < side) {
        return;
    }
    const QRect box = take(side);
    const PainterScope scope(m_painter);
    if (isDirectional(which) && m_direction == Qt::RightToLeft) {
        m_painter->translate(box.left() + box.right() + 1, 0);
        m_painter->scale(-1, 1);
    }
    paintIcon(m_painter, which, box, color(tone));
    m_left += itemGap;
}

void CellPainter::text(const QString &text, TypeRole role, Tone tone, QFont::Weight weight, int maximum)
{
    const QFont font = m_type.font(role, weight);
    const QFontMetrics metrics(font);
    const int limit = maximum >= 0 ? std::min(maximum, room()) : room();
    const int width = std::min(metrics.horizontalAdvance(text) + 2, limit);
    const QRect box = take(width);
    m_painter->setFont(font);
    m_painter->setPen(color(tone));
    m_painter->drawText(box,
                        static_cast<int>(QStyle::visualAlignment(m_direction, Qt::AlignLeft)) |
                            Qt::AlignVCenter | Qt::TextSingleLine,
                        metrics.elidedText(text, Qt::ElideRight, width));
    m_left += itemGap;
}

void CellPainter::mono(const QString &text, Tone tone, TypeRole role, int keep)
{
    const QFont font = m_type.font(role);
    const QFontMetrics metrics(font);
    const int whole = metrics.horizontalAdvance(text) + 2;
    const int width = std::min(whole, room() - keep);
    if (width < std::min(whole, 24)) { // nothing but an ellipsis would be left
        skip(std::max(0, width));
        return;
    }
    const QRect box = take(width);
    m_painter->setFont(font);
    m_painter->setPen(color(tone));
    const PainterScope scope(m_painter);
    m_painter->setLayoutDirection(Qt::LeftToRight);
    const Qt::Alignment align = m_direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    m_painter->drawText(
        box, static_cast<int>(align | Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextForceLeftToRight,
        metrics.elidedText(text, Qt::ElideRight, width));
    m_left += itemGap;
}

void CellPainter::number(const QString &text, int width, Tone tone, QFont::Weight weight)
{
    const QRect box = take(width);
    m_painter->setPen(color(tone));
    drawTabular(m_painter, box, QStyle::visualAlignment(m_direction, Qt::AlignRight),
                m_type.font(TypeRole::Body, weight), text);
    m_left += itemGap;
}

void CellPainter::figure(const QString &text, Tone tone)
{
    constexpr int figureWidth = 64;
    if (!text.isEmpty())
        number(text, std::min(room(), figureWidth), tone);
}

void CellPainter::badge(Severity severity, Icon which, const QString &text)
{
    const int width = std::min(Badge::sizeFor(m_type, which, text).width(), room());
    Badge::paint(m_painter, take(width), m_tokens, m_type, severity, which, text, m_direction);
    m_left += itemGap;
}

void CellPainter::stage(StageLevel level)
{
    paintStageGlyph(m_painter, take(stageGlyphWidth), m_tokens, level, m_direction);
    m_left += itemGap;
}

void CellPainter::avatar(const QString &name, int size)
{
    const int side = m_type.px(size);
    const QRect box = take(side);
    const QRect square(box.left(), box.center().y() - side / 2 + 1, side, side);
    Avatar::paint(m_painter, square, m_tokens, m_type, name);
    m_left += itemGap;
}

void CellPainter::quota(double fraction, int width, double warnAt)
{
    paintQuotaBar(m_painter, take(width), m_tokens, fraction, warnAt, m_direction);
    m_left += itemGap;
}

void CellPainter::sparkline(const QList<double> &values, int width, LastValue last)
{
    paintSparkline(m_painter, QRectF(take(width)).adjusted(0, 8, 0, -8), values, m_tokens.accent, {}, last);
    m_left += itemGap;
}

void ItemDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    const Tokens &tokens = Tokens::of(item.widget);
    const PainterScope scope(painter);
    painter->setClipRect(item.rect);
    const auto *table = qobject_cast<const PcTableView *>(item.widget);
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const bool hovered =
        table != nullptr ? table->hoverRow() == index.row() : item.state.testFlag(QStyle::State_MouseOver);
    const bool current = table != nullptr && table->currentIndex().row() == index.row();
    if (selected) {
        const bool active =
            item.state.testFlag(QStyle::State_Active) && table != nullptr && table->hasFocus();
        painter->fillRect(item.rect, active ? tokens.selection : tokens.selectionInactive);
    } else if (hovered) {
        painter->fillRect(item.rect, tokens.hover);
    }
    paintHairline(painter, item.rect, Qt::BottomEdge, selected ? tokens.border : tokens.rowLine);
    if (current && table->isFirstVisibleColumn(index.column())) {
        const QRect bar(item.rect.left(), item.rect.top(), 3, item.rect.height());
        painter->fillRect(QStyle::visualRect(item.direction, item.rect, bar), tokens.accent);
    }
    CellPainter cell(painter, item, tokens, TypeScale::of(item.widget));
    paintCell(cell, index);
}

int ItemDelegate::neededWidth(const QWidget *, int) const
{
    return 0;
}

void ItemDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    if (alignment & (Qt::AlignRight | Qt::AlignTrailing)) {
        cell.number(text, cell.room() - 8, Tone::Muted);
    } else {
        cell.text(text, TypeRole::Body, index.column() == 0 ? Tone::Text : Tone::Muted,
                  index.column() == 0 ? QFont::Medium : QFont::Normal);
    }
}

} // namespace pc::views
