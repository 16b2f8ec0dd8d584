// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/color_strip.h"

#include <QPainter>

namespace pc::views {

ColorStrip::ColorStrip(Tone tone, int height, QWidget *parent) : QWidget(parent), m_tone(tone)
{
    setFixedHeight(height);
}

void ColorStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = Tokens::of(this);
    painter.fillRect(rect(), m_tone == Tone::Sandbox ? t.sandboxStrip : t.color(m_tone));
}

} // namespace pc::views
