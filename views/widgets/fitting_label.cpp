// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/fitting_label.h"

#include <QPainter>
#include <QStyle>

namespace pc::views {

FittingLabel::FittingLabel(const QString &text, TypeRole role, QFont::Weight weight, Tone tone,
                           QWidget *parent)
    : Label(text, role, tone, parent), m_role(role), m_weight(weight)
{
    setRole(role, weight);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QFont FittingLabel::fitting(int width) const
{
    const TypeScale &type = TypeScale::of(this);
    QFont font = type.font(m_role, m_weight);
    const int smallest = QFontInfo(type.font(TypeRole::Body)).pixelSize();
    int size = QFontInfo(font).pixelSize();
    while (size > smallest && QFontMetrics(font).horizontalAdvance(text()) > width) {
        font.setPixelSize(--size);
    }
    return font;
}

QSize FittingLabel::sizeHint() const
{
    const QFontMetrics metrics(TypeScale::of(this).font(m_role, m_weight));
    return {metrics.horizontalAdvance(text()) + 2, metrics.height()};
}

QSize FittingLabel::minimumSizeHint() const
{
    // The longest word at the smallest size: more cannot be broken.
    const QFontMetrics metrics(fitting(0));
    int widest = 0;
    const QStringList words = text().split(QLatin1Char(' '));
    for (const QString &word : words) {
        widest = std::max(widest, metrics.horizontalAdvance(word));
    }
    return {widest + 2, metrics.height()};
}

int FittingLabel::heightForWidth(int width) const
{
    const QFontMetrics metrics(fitting(width));
    return std::max(sizeHint().height(),
                    metrics.boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, text()).height());
}

void FittingLabel::resizeEvent(QResizeEvent *event)
{
    Label::resizeEvent(event);
    update();
}

void FittingLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.setFont(fitting(width()));
    painter.drawText(rect(),
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) |
                         Qt::AlignVCenter | Qt::TextWordWrap,
                     text());
}

} // namespace pc::views
