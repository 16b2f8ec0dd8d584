// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/whole_label.h"

#include <QPainter>
#include <QRegularExpression>
#include <QStyle>
#include <QTextLayout>

#include <cmath>

namespace pc::views {

namespace {

constexpr int slack = 2; // widths of texts are rounded down

/// The dot between two facts ends a line, it never begins one; a figure stands in one line with its unit. Of
/// the layout only: the text itself stays as it is.
QString bound(QString text)
{
    static const QRegularExpression unitAfterFigure(QStringLiteral("(?<=\\d) (?=[\\p{L}%])"),
                                                    QRegularExpression::UseUnicodePropertiesOption);
    return text.replace(QStringLiteral(" \u00b7 "), QStringLiteral("\u00a0\u00b7 "))
        .replace(unitAfterFigure, QStringLiteral("\u00a0"))
        .replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
}

/// A line that was broken at the slash of a unit ("25 calls/s") ends before the figure instead. (A word
/// joiner would come from another font, and change the height of the line.)
void keepUnits(QTextLine &line, const QString &text, int width)
{
    const qsizetype start = line.textStart();
    const qsizetype end = start + line.textLength();
    if (end >= text.size() || text[end - 1] != QLatin1Char('/') || !text[end].isLetter())
        return;
    if (const qsizetype blank = text.lastIndexOf(QLatin1Char(' '), end - 1); blank > start)
        line.setNumColumns(static_cast<int>(blank + 1 - start), width);
}

/// The text in lines of the width, as they are painted. Answers the height in pixels.
qreal lay(QTextLayout &layout, int width)
{
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        keepUnits(line, layout.text(), width);
        line.setPosition({0, height});
        height += std::ceil(line.height());
    }
    layout.endLayout();
    return height;
}

void prepare(QTextLayout &layout, Qt::LayoutDirection direction, Qt::Alignment alignment)
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(direction);
    layout.setTextOption(option);
}

} // namespace

WholeLabel::WholeLabel(const QString &text, TypeRole role, Tone tone, QWidget *parent)
    : Label(text, role, tone, parent)
{
    setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WholeLabel::setMachineText(bool machine)
{
    m_machine = machine;
    update();
}

QSize WholeLabel::sizeHint() const
{
    const QMargins m = contentsMargins();
    return {fontMetrics().horizontalAdvance(text()) + slack + m.left() + m.right(),
            fontMetrics().height() + m.top() + m.bottom()};
}

QSize WholeLabel::minimumSizeHint() const
{
    const QMargins m = contentsMargins();
    const QSize full = sizeHint();
    const int few = fontMetrics().horizontalAdvance(QStringLiteral("MMMM")) + m.left() + m.right();
    return {std::min(full.width(), few), full.height()};
}

int WholeLabel::heightForWidth(int width) const
{
    const QMargins m = contentsMargins();
    QTextLayout layout(m_machine ? text() : bound(text()), font());
    prepare(layout, layoutDirection(), Qt::AlignLeft);
    const auto height = static_cast<int>(lay(layout, std::max(1, width - m.left() - m.right())));
    return std::max(fontMetrics().height(), height) + m.top() + m.bottom();
}

void WholeLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    const QRect r = contentsRect();
    QTextLayout layout(m_machine ? text() : bound(text()), font());
    // The label's own alignment is absolute: at the leading edge in every direction of the text.
    prepare(layout, m_machine ? Qt::LeftToRight : layoutDirection(),
            (alignment() & Qt::AlignHorizontal_Mask) | Qt::AlignAbsolute);
    const qreal height = lay(layout, r.width());
    const qreal top =
        alignment().testFlag(Qt::AlignTop) ? r.top() : r.top() + std::max(0.0, (r.height() - height) / 2);
    layout.draw(&painter, {qreal(r.left()), top});
}

} // namespace pc::views
