// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/key_cap.h"

#include "views/style/painting.h"
#include "views/style/space.h"

namespace pc::views {

QString keysText(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText);
}

KeyCap::KeyCap(const QString &text, QWidget *parent) : QWidget(parent), m_text(text)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(text);
}

void KeyCap::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QSize KeyCap::sizeFor(const TypeScale &type, const QString &text)
{
    const QFontMetrics metrics(type.font(TypeRole::Caption, QFont::Medium));
    return {std::max(type.px(18), metrics.horizontalAdvance(text) + 12), type.px(18)};
}

QSize KeyCap::sizeHint() const
{
    return sizeFor(TypeScale::of(this), m_text);
}

void KeyCap::paint(QPainter *painter, const QRect &rect, const Tokens &tokens, const TypeScale &type,
                   const QString &text)
{
    const PainterScope scope(painter);
    paintBox(painter, rect, space::radiusSmall, tokens.surface, tokens.border);
    painter->setFont(type.font(TypeRole::Caption, QFont::Medium));
    painter->setPen(tokens.text2);
    painter->drawText(rect, Qt::AlignCenter, text);
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, rect(), Tokens::of(this), TypeScale::of(this), m_text);
}

} // namespace pc::views
