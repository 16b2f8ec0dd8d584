// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/icons.h"

#include "views/style/icon_data.h"

#include <QApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <array>

namespace pc::views {

namespace {

/// Strokes and dots of one icon in 20 x 20 units.
struct Shape
{
    QPainterPath strokes;
    QPainterPath dots;
};

/// Reads the path language described in icon_data.h.
Shape parseShape(const char *data)
{
    Shape shape;
    const QStringList words = QString::fromLatin1(data).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    qsizetype at = 0;
    const auto next = [&words, &at] { return words.value(at++).toDouble(); };
    const auto point = [&next] {
        const qreal x = next();
        return QPointF(x, next());
    };
    while (at < words.size()) {
        const char command = words.at(at++).at(0).toLatin1();
        if (command == 'M') {
            shape.strokes.moveTo(point());
        } else if (command == 'L') {
            shape.strokes.lineTo(point());
        } else if (command == 'C') {
            const QPointF a = point();
            const QPointF b = point();
            shape.strokes.cubicTo(a, b, point());
        } else if (command == 'Z') {
            shape.strokes.closeSubpath();
        } else if (command == 'O') {
            const QPointF centre = point();
            const qreal r = next();
            shape.strokes.addEllipse(centre, r, r);
        } else if (command == 'R') {
            const QPointF corner = point();
            const QPointF size = point();
            const qreal r = next();
            shape.strokes.addRoundedRect(QRectF(corner, QSizeF(size.x(), size.y())), r, r);
        } else if (command == 'A') {
            const QPointF centre = point();
            const qreal r = next();
            const qreal start = next();
            const QRectF box(centre.x() - r, centre.y() - r, 2 * r, 2 * r);
            shape.strokes.arcMoveTo(box, start);
            shape.strokes.arcTo(box, start, next());
        } else if (command == 'D') {
            const QPointF centre = point();
            const qreal r = next();
            shape.dots.addEllipse(centre, r, r);
        }
    }
    return shape;
}

const Shape &shapeOf(Icon which)
{
    static const std::array<Shape, static_cast<size_t>(Icon::Count)> shapes = [] {
        std::array<Shape, static_cast<size_t>(Icon::Count)> all;
        for (size_t i = 0; i < all.size(); ++i) {
            all[i] = parseShape(iconPath(static_cast<Icon>(i)));
        }
        return all;
    }();
    return shapes[static_cast<size_t>(which)];
}

class ThemedIconEngine final : public QIconEngine
{
public:
    ThemedIconEngine(Icon which, Tone tone) : m_icon(which), m_tone(tone) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const Tokens &tokens = Tokens::of(nullptr);
        const QColor color = mode == QIcon::Disabled   ? tokens.disabled
                             : mode == QIcon::Selected ? tokens.text
                                                       : tokens.color(m_tone);
        const bool mirror = isDirectional(m_icon) && QApplication::isRightToLeft();
        painter->save();
        if (mirror) {
            painter->translate(rect.left() + rect.right() + 1, 0);
            painter->scale(-1, 1);
        }
        paintIcon(painter, m_icon, rect, color);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        if (size.isEmpty())
            return {}; // of a button that has no room
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return result;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new ThemedIconEngine(m_icon, m_tone); }
    [[nodiscard]] QString key() const override { return QStringLiteral("pc"); }
    QString iconName() override
    {
        return m_tone == Tone::Muted ? pc::views::iconName(m_icon)
                                     : pc::views::iconName(m_icon) + QLatin1Char(':') +
                                           QString::number(static_cast<int>(m_tone));
    }
    bool isNull() override { return m_icon == Icon::None; }

private:
    Icon m_icon;
    Tone m_tone;
};

} // namespace

QIcon icon(Icon which, Tone tone)
{
    return which == Icon::None ? QIcon() : QIcon(new ThemedIconEngine(which, tone));
}

void paintIcon(QPainter *painter, Icon which, const QRectF &rect, const QColor &color)
{
    if (which == Icon::None || which == Icon::Count) {
        return;
    }
    const qreal side = std::min(rect.width(), rect.height());
    const Shape &shape = shapeOf(which);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(rect.center().x() - side / 2, rect.center().y() - side / 2);
    painter->scale(side / 20.0, side / 20.0);
    painter->setBrush(Qt::NoBrush);
    // At 16 px and below the stroke would thin out to a grey haze.
    const qreal width = side < 20 ? 1.6 + (20 - side) * 0.035 : 1.6;
    painter->setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(shape.strokes);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawPath(shape.dots);
    painter->restore();
}

QString iconName(Icon which)
{
    return QStringLiteral("pc-") + QString::fromLatin1(iconId(which));
}

Icon iconFromName(const QString &name)
{
    static const QHash<QString, Icon> byName = [] {
        QHash<QString, Icon> all;
        for (int i = 1; i < static_cast<int>(Icon::Count); ++i) {
            all.insert(iconName(static_cast<Icon>(i)), static_cast<Icon>(i));
        }
        return all;
    }();
    return byName.value(name.section(QLatin1Char(':'), 0, 0), Icon::None);
}

bool isDirectional(Icon which)
{
    switch (which) {
    case Icon::ChevronLeft:
    case Icon::ChevronRight:
    case Icon::ArrowRight:
    case Icon::Undo:
    case Icon::Send:
    case Icon::Logout:
    case Icon::Sidebar:
        return true;
    default:
        return false;
    }
}

} // namespace pc::views
