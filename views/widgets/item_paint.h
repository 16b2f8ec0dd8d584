// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/painting.h"
#include "views/style/theme.h"
#include "views/widgets/meters.h"
#include "views/widgets/stage_painter.h"

#include <QStyledItemDelegate>

class QPainter;

namespace pc::views {

/// Paints one cell from its leading to its trailing edge. Rectangles are logical: the mapping to the screen
/// (and so right-to-left) happens here and nowhere else. Every call takes its part of the room that is left.
class CellPainter final
{
public:
    CellPainter(QPainter *painter, const QStyleOptionViewItem &option, const Tokens &tokens,
                const TypeScale &type);

    [[nodiscard]] const Tokens &tokens() const { return m_tokens; }
    [[nodiscard]] const TypeScale &type() const { return m_type; }
    [[nodiscard]] bool isSelected() const { return m_selected; }
    /// Pixels that are left.
    [[nodiscard]] int room() const { return m_right - m_left; }

    void skip(int pixels);
    void icon(Icon which, Tone tone = Tone::Muted, int size = 16);
    /// Elided to the room left (or to \p maximum); takes only the width it needs.
    void text(const QString &text, TypeRole role = TypeRole::Body, Tone tone = Tone::Text,
              QFont::Weight weight = QFont::Normal, int maximum = -1);
    /// Machine text (identifiers, scopes, hashes): mono and left-to-right in every language.
    /// Leaves \p keep pixels of the room for what follows.
    void mono(const QString &text, Tone tone = Tone::Faint, TypeRole role = TypeRole::MonoSmall,
              int keep = 0);
    /// A number with tabular digits, right-aligned (trailing) in \p width pixels.
    void number(const QString &text, int width, Tone tone = Tone::Text, QFont::Weight weight = QFont::Normal);
    /// A number of a column of numbers, below each other: 64 pixels wide as far as there is room; nothing for
    /// an empty text.
    void figure(const QString &text, Tone tone = Tone::Text);
    void badge(Severity severity, Icon which, const QString &text);
    void stage(StageLevel level);
    void avatar(const QString &name, int size = 22);
    void quota(double fraction, int width, double warnAt = 0.9);
    void sparkline(const QList<double> &values, int width, LastValue last = LastValue::Complete);
    /// Screen rectangle of the next \p width logical pixels, without taking them.
    [[nodiscard]] QRect peekRect(int width) const;

private:
    [[nodiscard]] QRect take(int width);
    [[nodiscard]] QColor color(Tone tone) const;

    QPainter *m_painter;
    const Tokens &m_tokens;
    const TypeScale &m_type;
    QRect m_rect;
    int m_left;
    int m_right;
    Qt::LayoutDirection m_direction;
    bool m_selected;
    bool m_enabled;
};

/// Base of all table delegates: paints row ground (selection, hover, hair line, accent bar), then the cell.
/// Without a subclass it draws DisplayRole as text and honours TextAlignmentRole.
class ItemDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const final;

    /// What a column of \p table needs for its longest words in this language, in pixels; 0 where that is
    /// not known beforehand.
    [[nodiscard]] virtual int neededWidth(const QWidget *table, int column) const;
    /// What a cell takes at its edges, in pixels.
    static constexpr int cellEdges = 18;

protected:
    virtual void paintCell(CellPainter &cell, const QModelIndex &index) const;
};

} // namespace pc::views
