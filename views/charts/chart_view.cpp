// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chart_view.h"

#include "views/charts/chart_accessible.h"
#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/style/tabular_digits.h"

#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace pc::views {

ChartView::ChartView(QWidget *parent) : QWidget(parent)
{
    installChartAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setLayoutDirection(Qt::LeftToRight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ChartView::setData(const ChartData &shown)
{
    const bool sameRange = m_data.from == shown.from && m_data.bucketSeconds == shown.bucketSeconds;
    m_data = shown;
    m_layer.setData(shown);
    if (!sameRange || m_cursor >= shown.buckets()) {
        m_cursor = -1;
        m_anchor = -1;
    }
    setAccessibleName(shown.name);
    update();
}

QString ChartView::cursorSentence() const
{
    return m_cursor < 0 ? QString() : m_data.bucketSentence(m_cursor, QLocale());
}

void ChartView::setCursorBucket(int bucket)
{
    const int limited = std::clamp(bucket, -1, m_data.buckets() - 1);
    if (limited == m_cursor)
        return;
    m_cursor = limited;
    update();
    if (m_cursor >= 0 && hasFocus()) {
        QAccessibleValueChangeEvent event(this, cursorSentence());
        QAccessible::updateAccessibility(&event);
    }
    Q_EMIT cursorMoved(m_cursor);
}

void ChartView::moveBy(int step, bool extend)
{
    const int last = m_data.buckets() - 1;
    if (last < 0)
        return;
    const int start = m_cursor < 0 ? last : m_cursor;
    if (extend && m_anchor < 0)
        m_anchor = start;
    else if (!extend)
        m_anchor = -1;
    m_byKeyboard = true;
    setCursorBucket(std::clamp(start + step, 0, last));
    update();
}

void ChartView::chooseRange()
{
    if (m_anchor < 0 || m_cursor < 0 || m_anchor == m_cursor)
        return;
    const int first = std::min(m_anchor, m_cursor);
    const int last = std::max(m_anchor, m_cursor);
    m_anchor = -1;
    update();
    Q_EMIT rangeChosen(m_data.bucketStart(first), m_data.bucketStart(last + 1));
}

void ChartView::activateBucket(int bucket)
{
    if (bucket >= 0)
        Q_EMIT bucketActivated(m_data.bucketStart(bucket), m_data.bucketStart(bucket + 1));
}

void ChartView::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_dragging = false;
    m_anchor = -1;
    if (event->button() == Qt::LeftButton && m_layer.plot().contains(event->position()))
        activateBucket(m_layer.bucketAt(event->position().x()));
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const int step = event->modifiers().testFlag(Qt::ControlModifier) ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        moveBy(-step, extend);
        return;
    case Qt::Key_Right:
        moveBy(step, extend);
        return;
    case Qt::Key_Home:
        moveBy(-m_data.buckets(), extend);
        return;
    case Qt::Key_End:
        moveBy(m_data.buckets(), extend);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_anchor < 0)
            activateBucket(m_cursor);
        else
            chooseRange();
        return;
    case Qt::Key_Escape:
        if (m_cursor >= 0 || m_anchor >= 0) {
            m_anchor = -1;
            setCursorBucket(-1);
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF plot = m_layer.plot();
    if (!m_dragging && !plot.adjusted(-8, -10, 8, 24).contains(event->position())) {
        if (!m_byKeyboard)
            setCursorBucket(-1);
        return;
    }
    m_byKeyboard = false;
    setCursorBucket(m_layer.bucketAt(event->position().x()));
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_layer.plot().contains(event->position()))
        return QWidget::mousePressEvent(event);
    m_dragging = true;
    m_anchor = m_layer.bucketAt(event->position().x());
    setCursorBucket(m_anchor);
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_dragging)
        return QWidget::mouseReleaseEvent(event);
    m_dragging = false;
    if (m_anchor == m_cursor)
        m_anchor = -1;
    chooseRange();
}

void ChartView::leaveEvent(QEvent *event)
{
    if (!m_byKeyboard && !m_dragging)
        setCursorBucket(-1);
    QWidget::leaveEvent(event);
}

void ChartView::focusInEvent(QFocusEvent *event)
{
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        moveBy(0, false);
    QWidget::focusInEvent(event);
    update();
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    if (m_byKeyboard) {
        m_byKeyboard = false;
        m_anchor = -1;
        setCursorBucket(-1);
    }
    QWidget::focusOutEvent(event);
    update();
}

void ChartView::changeEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::LocaleChange:
        m_layer.invalidate();
        update();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

void ChartView::paintEvent(QPaintEvent *)
{
    const Theme theme{Tokens::of(this), TypeScale::of(this)};
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight); // time runs left to right, so do its labels
    const QPixmap &layer = m_layer.pixmap(size(), devicePixelRatioF(), theme);
    painter.drawPixmap(0, 0, layer);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_cursor >= 0 && m_anchor >= 0 && m_anchor != m_cursor) {
        const double left = m_layer.xOf(std::min(m_anchor, m_cursor));
        const double right = m_layer.xOf(std::max(m_anchor, m_cursor));
        QColor shade = theme.tokens.accent;
        shade.setAlphaF(0.12F);
        painter.fillRect(QRectF(left, m_layer.plot().top(), right - left, m_layer.plot().height()), shade);
    }
    if (m_cursor >= 0) {
        painter.fillRect(
            QRectF(qRound(m_layer.xOf(m_cursor)), m_layer.plot().top(), 1, m_layer.plot().height()),
            theme.tokens.text2);
        for (int i = 0; i < m_data.lines.size(); ++i) {
            painter.setPen(QPen(theme.tokens.surface, 2));
            painter.setBrush(ChartLayer::color(m_data.lines[i].look, theme.tokens));
            painter.drawEllipse(m_layer.point(i, m_cursor), 4.5, 4.5);
        }
        paintCard(painter, theme);
    }
    if (hasFocus())
        paintFocusRing(&painter, QRectF(rect()), space::radius, theme.tokens.accent);
}

void ChartView::paintCard(QPainter &painter, const Theme &theme) const
{
    const QLocale locale;
    const QFont bold = theme.type.font(TypeRole::Small, QFont::DemiBold);
    const QFont small = theme.type.font(TypeRole::Small);
    const QFontMetrics metrics(bold);
    const QString title = m_data.bucketText(m_cursor, locale);
    int widest = metrics.horizontalAdvance(title);
    for (const ChartLine &line : m_data.lines) {
        const QString value = locale.toString(static_cast<qint64>(line.values.value(m_cursor)));
        widest =
            std::max(widest, 28 + metrics.horizontalAdvance(line.label) + 24 + tabularWidth(bold, value));
    }
    const int rowHeight = metrics.height() + 5;
    const QSizeF size(widest + 2 * space::m, rowHeight * (1 + static_cast<int>(m_data.lines.size())) + 14);
    const double x = m_layer.xOf(m_cursor);
    double left = x + 12;
    if (left + size.width() > m_layer.plot().right())
        left = x - 12 - size.width();
    const QRectF card(QPointF(std::max(0.0, left), m_layer.plot().top() + 4), size);
    paintShadow(&painter, card, space::radius, 6, theme.tokens.dark);
    paintBox(&painter, card, space::radius, theme.tokens.surface, theme.tokens.border);
    QRectF row = card.adjusted(space::m, 8, -space::m, 0);
    row.setHeight(rowHeight);
    painter.setFont(bold);
    painter.setPen(theme.tokens.text);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, title);
    for (const ChartLine &line : m_data.lines) {
        row.translate(0, rowHeight);
        painter.setPen(ChartLayer::pen(line.look, theme.tokens));
        painter.drawLine(QPointF(row.left(), row.center().y()), QPointF(row.left() + 20, row.center().y()));
        painter.setFont(small);
        painter.setPen(theme.tokens.text2);
        painter.drawText(row.adjusted(28, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, line.label);
        painter.setPen(theme.tokens.text);
        drawTabular(&painter, row.toAlignedRect(), Qt::AlignRight | Qt::AlignVCenter,
                    theme.type.font(TypeRole::Small, QFont::Medium),
                    locale.toString(static_cast<qint64>(line.values.value(m_cursor))));
    }
}

} // namespace pc::views
