// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/badge.h"

#include "views/style/painting.h"
#include "views/style/space.h"

namespace pc::views {

namespace {
constexpr int badgeSide = 8; // room at both ends
constexpr int badgeGap = 4;
} // namespace

Badge::Badge(Severity severity, Icon which, const QString &text, QWidget *parent)
    : QWidget(parent), m_severity(severity), m_icon(which), m_text(text)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
}

void Badge::set(Severity severity, Icon which, const QString &text)
{
    m_severity = severity;
    m_icon = which;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Badge::sizeFor(const TypeScale &type, Icon which, const QString &text)
{
    const QFontMetrics metrics(type.font(TypeRole::Small, QFont::Medium));
    const int icon = which == Icon::None ? 0 : type.px(13) + (text.isEmpty() ? 0 : badgeGap);
    return {metrics.horizontalAdvance(text) + icon + 2 * badgeSide, type.px(space::badge)};
}

QSize Badge::sizeHint() const
{
    return sizeFor(TypeScale::of(this), m_icon, m_text);
}

void Badge::paint(QPainter *painter, const QRect &rect, const Tokens &tokens, const TypeScale &type,
                  Severity severity, Icon which, const QString &text, Qt::LayoutDirection direction)
{
    const PainterScope scope(painter);
    const QSize wanted = sizeFor(type, which, text);
    const QRect box = QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter,
                                          {std::min(wanted.width(), rect.width()), wanted.height()}, rect);
    const SeverityColors colors = tokens.severity(severity);
    paintBox(painter, box, box.height() / 2.0, colors.bg, tokens.highContrast ? colors.fg : QColor());
    const auto visual = [&](int left, int width) {
        return QStyle::visualRect(direction, box, QRect(box.left() + left, box.top(), width, box.height()));
    };
    int x = badgeSide;
    if (which != Icon::None) {
        const int size = type.px(13);
        paintIcon(painter, which, visual(x, size), colors.fg);
        x += size + badgeGap;
    }
    const QFont font = type.font(TypeRole::Small, QFont::Medium);
    painter->setFont(font);
    painter->setPen(colors.fg);
    const int width = box.width() - x - badgeSide + 1;
    painter->drawText(visual(x, width),
                      static_cast<int>(QStyle::visualAlignment(direction, Qt::AlignLeft)) | Qt::AlignVCenter |
                          Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, width));
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, rect(), Tokens::of(this), TypeScale::of(this), m_severity, m_icon, m_text,
          layoutDirection());
}

} // namespace pc::views
