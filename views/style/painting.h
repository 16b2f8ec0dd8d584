// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/icons.h"
#include "views/style/tokens.h"

#include <QPainter>
#include <QRect>
#include <QStyle>

namespace pc::views {

/// Saves and restores a painter.
class PainterScope final
{
public:
    explicit PainterScope(QPainter *painter) : m_painter(painter) { m_painter->save(); }
    ~PainterScope() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(PainterScope)

private:
    QPainter *m_painter;
};

/// A crisp rounded box: fill and an inner border of `width` px; invalid colours are left out.
void paintBox(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill,
              const QColor &border = {}, qreal width = 1.0);
/// The 2 px focus ring, drawn inside `rect`.
void paintFocusRing(QPainter *painter, const QRectF &rect, qreal radius, const QColor &color);
/// A soft shadow below `rect`, painted once as nested translucent outlines (no graphics effect).
void paintShadow(QPainter *painter, const QRectF &rect, qreal radius, int depth, bool dark);
/// A 1 px line along the edge of `rect`.
void paintHairline(QPainter *painter, const QRect &rect, Qt::Edge edge, const QColor &color);

} // namespace pc::views
