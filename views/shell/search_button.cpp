// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/search_button.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/style/type_scale.h"
#include "views/widgets/key_cap.h"

namespace pc::views {

SearchButton::SearchButton(QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("searchButton"));
    setText(tr("Find and run a command"));
    setAccessibleName(text());
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SearchButton::setKeys(const QString &keys)
{
    m_keys = keys;
    setToolTip(tr("%1 (%2)").arg(text(), keys));
    update();
}

QSize SearchButton::sizeHint() const
{
    return {TypeScale::of(this).px(160),
            TypeScale::of(this).px(space::control)}; // and more where there is room
}

QSize SearchButton::minimumSizeHint() const
{
    return {space::control + 8, TypeScale::of(this).px(space::control)};
}

void SearchButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = Tokens::of(this);
    const TypeScale &type = TypeScale::of(this);
    paintBox(&painter, rect(), space::radius, underMouse() ? t.hover : t.surface, t.controlEdge);
    const auto visual = [this](int left, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, width, height()));
    };
    paintIcon(&painter, Icon::Search, visual(12, type.px(16)), t.text2);
    const int left = 12 + type.px(16) + 8;
    int right = width() - 8;
    const QSize cap = KeyCap::sizeFor(type, m_keys);
    if (!m_keys.isEmpty() && right - cap.width() - left > 60) {
        right -= cap.width();
        const QRect box = visual(right, cap.width());
        KeyCap::paint(&painter,
                      QRect(box.left(), box.center().y() - cap.height() / 2 + 1, cap.width(), cap.height()),
                      t, type, m_keys);
        right -= 8;
    }
    const QFont font = type.font(TypeRole::Body);
    painter.setFont(font);
    painter.setPen(t.text3);
    if (right - left > 40) {
        painter.drawText(visual(left, right - left),
                         static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) |
                             Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(text(), Qt::ElideRight, right - left));
    }
    if (hasFocus()) {
        paintFocusRing(&painter, rect(), space::radius, t.accent);
    }
}

} // namespace pc::views
