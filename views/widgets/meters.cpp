// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/meters.h"

#include "views/style/painting.h"
#include "views/style/type_scale.h"

#include <QLocale>
#include <QPainterPath>
#include <cmath>

namespace pc::views {

void paintQuotaBar(QPainter *painter, const QRect &rect, const Tokens &tokens, double fraction, double warnAt,
                   Qt::LayoutDirection direction)
{
    constexpr int thick = 5;
    const QRect track(rect.left(), rect.center().y() - thick / 2, rect.width(), thick);
    paintBox(painter, track, thick / 2.0, tokens.track);
    if (fraction <= 0) {
        return;
    }
    const int filled =
        std::max(thick, static_cast<int>(std::lround(track.width() * std::min(1.0, fraction))));
    const QColor color = fraction >= 1.0      ? tokens.badFill
                         : fraction >= warnAt ? tokens.warnBar
                                              : tokens.accent;
    const QRect part(track.topLeft(), QSize(filled, thick));
    paintBox(painter, QStyle::visualRect(direction, track, part), thick / 2.0, color);
}

void paintSparkline(QPainter *painter, const QRectF &rect, const QList<double> &values, const QColor &line,
                    const QColor &fill, LastValue last)
{
    if (values.size() < 2) {
        return;
    }
    const double top = std::max(1e-9, *std::max_element(values.cbegin(), values.cend()));
    const double high = std::max(0.0, rect.height() - 3); // a low course lies flat; it never hangs down
    const PainterScope scope(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    const auto at = [&](qsizetype i) {
        return QPointF(rect.left() +
                           rect.width() * static_cast<qreal>(i) / static_cast<qreal>(values.size() - 1),
                       rect.bottom() - 1 - high * values.at(i) / top);
    };
    const qsizetype complete = values.size() - (last == LastValue::Running ? 1 : 0);
    QPainterPath path(at(0));
    for (qsizetype i = 1; i < complete; ++i) {
        path.lineTo(at(i));
    }
    if (last == LastValue::Running) {
        painter->setPen(QPen(line, 1, Qt::DotLine));
        painter->drawLine(at(complete - 1), at(complete));
    }
    if (fill.isValid()) {
        QPainterPath area(path);
        area.lineTo(at(complete - 1).x(), rect.bottom());
        area.lineTo(rect.left(), rect.bottom());
        area.closeSubpath();
        painter->fillPath(area, fill);
    }
    painter->strokePath(path, QPen(line, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

Sparkline::Sparkline(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Sparkline::setValues(const QList<double> &values, LastValue last)
{
    m_values = values;
    m_last = last;
    if (values.isEmpty()) {
        setAccessibleDescription(tr("No data"));
    } else {
        const auto [low, high] = std::minmax_element(values.cbegin(), values.cend());
        const QLocale locale;
        const QString words = last == LastValue::Running ? tr("From %1 to %2, the last one %3 so far")
                                                         : tr("From %1 to %2, last %3");
        setAccessibleDescription(words.arg(locale.toString(*low, 'f', 0), locale.toString(*high, 'f', 0),
                                           locale.toString(values.constLast(), 'f', 0)));
    }
    update();
}

void Sparkline::setLimit(double limit)
{
    m_limit = limit;
    update();
}

QSize Sparkline::sizeHint() const
{
    return {120, 32};
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = Tokens::of(this);
    QColor fill = t.accent;
    fill.setAlphaF(0.12F);
    double top = 0;
    for (const double v : m_values) {
        top = std::max(top, v);
    }
    QRectF box = QRectF(rect()).adjusted(1, 2, -1, -1);
    if (m_limit > 0) {
        const double scale = std::max(top, m_limit * 1.1);
        const double y = box.bottom() - box.height() * m_limit / scale;
        painter.setPen(QPen(t.borderStrong, 1, Qt::DashLine));
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
        box.setTop(box.bottom() - box.height() * top / scale);
    }
    paintSparkline(&painter, box, m_values, t.accent, fill, m_last);
}

} // namespace pc::views
