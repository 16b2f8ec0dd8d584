// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/painting.h"

#include <QPainterPath>

namespace pc::views {

void paintBox(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border,
              qreal width)
{
    const PainterScope scope(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    const bool bordered = border.isValid() && width > 0;
    const qreal inset = bordered ? width / 2 : 0;
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->setPen(bordered ? QPen(border, width) : QPen(Qt::NoPen));
    const qreal r = std::max<qreal>(0, radius - inset);
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), r, r);
}

void paintFocusRing(QPainter *painter, const QRectF &rect, qreal radius, const QColor &color)
{
    paintBox(painter, rect, radius, {}, color, 2.0);
}

void paintShadow(QPainter *painter, const QRectF &rect, qreal radius, int depth, bool dark)
{
    const PainterScope scope(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const double strength = dark ? 0.50 : 0.22;
    for (int i = depth; i > 0; --i) {
        const double share = 1.0 - static_cast<double>(i) / (depth + 1);
        painter->setBrush(
            QColor::fromRgbF(0, 0, 0, static_cast<float>(strength * share * share * 2.4 / depth)));
        painter->drawRoundedRect(rect.adjusted(-i, -i + depth * 0.35, i, i + depth * 0.35), radius + i,
                                 radius + i);
    }
}

void paintHairline(QPainter *painter, const QRect &rect, Qt::Edge edge, const QColor &color)
{
    switch (edge) {
    case Qt::TopEdge:
        painter->fillRect(rect.left(), rect.top(), rect.width(), 1, color);
        break;
    case Qt::BottomEdge:
        painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, color);
        break;
    case Qt::LeftEdge:
        painter->fillRect(rect.left(), rect.top(), 1, rect.height(), color);
        break;
    case Qt::RightEdge:
        painter->fillRect(rect.right(), rect.top(), 1, rect.height(), color);
        break;
    }
}

} // namespace pc::views
