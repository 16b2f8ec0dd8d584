// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/icon_label.h"

#include "views/style/type_scale.h"

#include <QPainter>

namespace pc::views {

IconLabel::IconLabel(Icon which, Tone tone, int size, QWidget *parent)
    : QWidget(parent), m_icon(which), m_tone(tone), m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void IconLabel::setIcon(Icon which, Tone tone)
{
    m_icon = which;
    m_tone = tone;
    update();
}

void IconLabel::setTone(Tone tone)
{
    setIcon(m_icon, tone);
}

QSize IconLabel::sizeHint() const
{
    const int side = TypeScale::of(this).px(m_size);
    return {side, side};
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (isDirectional(m_icon) && isRightToLeft()) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    const Tokens &t = Tokens::of(this);
    paintIcon(&painter, m_icon, rect(), isEnabled() ? t.color(m_tone) : t.disabled);
}

} // namespace pc::views
