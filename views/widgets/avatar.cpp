// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/avatar.h"

#include "views/style/painting.h"
#include "views/style/space.h"

namespace pc::views {

namespace {

struct Tint
{
    SeverityColors light;
    SeverityColors dark;
};

const Tint &tintOf(const QString &name)
{
    const auto pair = [](unsigned fg, unsigned bg) {
        return SeverityColors{QColor::fromRgb(fg), QColor::fromRgb(bg)};
    };
    static const Tint tints[] = {
        {pair(0x2B47B0, 0xE1E7FB), pair(0xA9BAFF, 0x24305A)},
        {pair(0x5B3BA8, 0xECE6FB), pair(0xC3AEFF, 0x3A2C66)},
        {pair(0x0F5F5A, 0xDDF1EE), pair(0x74D8CB, 0x14403E)},
        {pair(0x8A3F10, 0xFAE9DD), pair(0xF2A878, 0x4A2A17)},
        {pair(0x136238, 0xE0F2E6), pair(0x7FD8A2, 0x1A3D28)},
        {pair(0x8E1F55, 0xFBE3EE), pair(0xF79AC4, 0x4A1C35)},
    };
    uint hash = 0;
    for (const QChar c : name) { // not qHash: that is salted per run
        hash = hash * 31 + c.unicode();
    }
    return tints[hash % std::size(tints)];
}

} // namespace

Avatar::Avatar(const QString &name, int size, QWidget *parent) : QWidget(parent), m_name(name), m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Avatar::setName(const QString &name)
{
    m_name = name;
    update();
}

QSize Avatar::sizeHint() const
{
    const int side = TypeScale::of(this).px(m_size);
    return {side, side};
}

SeverityColors Avatar::colors(const QString &name, bool dark)
{
    return dark ? tintOf(name).dark : tintOf(name).light;
}

void Avatar::paint(QPainter *painter, const QRect &rect, const Tokens &tokens, const TypeScale &type,
                   const QString &name)
{
    const PainterScope scope(painter);
    const SeverityColors c = tokens.highContrast ? tokens.neutral : colors(name, tokens.dark);
    paintBox(painter, rect, rect.height() > 30 ? space::radius : space::radiusSmall, c.bg,
             tokens.highContrast ? c.fg : QColor());
    QFont font = type.font(TypeRole::Small, QFont::DemiBold);
    font.setPixelSize(std::max(10, rect.height() * 45 / 100));
    painter->setFont(font);
    painter->setPen(c.fg);
    const QString trimmed = name.trimmed();
    const int length = !trimmed.isEmpty() && trimmed.at(0).isHighSurrogate() ? 2 : 1;
    painter->drawText(rect, Qt::AlignCenter, trimmed.left(length).toUpper());
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, rect(), Tokens::of(this), TypeScale::of(this), m_name);
}

} // namespace pc::views
