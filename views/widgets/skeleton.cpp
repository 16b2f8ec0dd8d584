// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/skeleton.h"

#include "views/style/painting.h"
#include "views/style/space.h"

namespace pc::views {

Skeleton::Skeleton(Shape shape, QWidget *parent) : QWidget(parent), m_shape(shape)
{
    setAccessibleName(tr("Loading"));
}

void Skeleton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = Tokens::of(this);
    const auto bar = [&](int x, int y, int w, int h, qreal radius = 3) {
        paintBox(&painter, QStyle::visualRect(layoutDirection(), rect(), QRect(x, y, w, h)), radius, t.track);
    };
    // Uneven but fixed lengths: the eye takes a block of equal bars for content.
    static constexpr int lengths[] = {150, 118, 176, 134, 160, 104, 142, 126};
    const int margin = space::pageMargin;
    if (m_shape == Shape::Table) {
        bar(margin, 12, 80, 10);
        for (int row = 0, y = space::header; y + space::rowNormal < height() && row < 24; ++row) {
            const int length = lengths[row % 8];
            bar(margin, y + 7, 22, 22, space::radiusSmall);
            bar(margin + 32, y + 13, length, 10);
            bar(width() / 2, y + 13, lengths[(row + 3) % 8] / 2, 10);
            bar(width() - margin - 110, y + 13, lengths[(row + 5) % 8] * 2 / 3, 10);
            y += space::rowNormal;
            painter.fillRect(0, y - 1, width(), 1, t.rowLine);
        }
    } else if (m_shape == Shape::Detail) {
        bar(margin, margin, 220, 18);
        for (int row = 0; row < 8; ++row) {
            bar(margin, margin + 48 + row * 30, 76, 10);
            bar(margin + 120, margin + 48 + row * 30, lengths[row], 10);
        }
    } else {
        const int cards = m_shape == Shape::Cards ? 3 : 4;
        const int room = (width() - 2 * margin - (cards - 1) * space::m) / cards;
        const int tall = m_shape == Shape::Cards ? 120 : 64;
        for (int i = 0; i < cards; ++i) {
            const QRect card(margin + i * (room + space::m), margin, room, tall);
            paintBox(&painter, QStyle::visualRect(layoutDirection(), rect(), card), space::radiusCard,
                     t.surface, t.border);
            bar(card.left() + 16, card.top() + 14, 90, 10);
            bar(card.left() + 16, card.top() + 34, lengths[i], 16);
        }
        if (m_shape == Shape::Chart) {
            const QRect chart(margin, margin + tall + space::m, width() - 2 * margin,
                              std::max(120, height() - tall - 3 * margin));
            paintBox(&painter, chart, space::radiusCard, t.surface, t.border);
            for (int y = chart.top() + 40; y < chart.bottom() - 20; y += 56) {
                painter.fillRect(chart.left() + 50, y, chart.width() - 90, 1, t.track);
            }
        }
    }
}

} // namespace pc::views
