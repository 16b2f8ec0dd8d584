// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/popup_panel.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/style/tokens.h"
#include "views/widgets/button_keys.h"
#include "views/widgets/focus_guard.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace pc::views {

PopupPanel::PopupPanel(QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint), m_focus(new FocusGuard(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
}

void PopupPanel::openUnder(const QWidget *anchor, QWidget *first)
{
    adjustSize();
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height() + space::xs));
    if (layoutDirection() == Qt::RightToLeft)
        at.rx() += anchor->width() - width();
    const QRect area = anchor->screen()->availableGeometry();
    at.setX(std::clamp(at.x(), area.left(), std::max(area.left(), area.right() - width())));
    move(at);
    show();
    if (first != nullptr)
        first->setFocus(Qt::PopupFocusReason);
}

bool PopupPanel::focusNextPrevChild(bool next)
{
    return m_focus->move(next);
}

void PopupPanel::keyPressEvent(QKeyEvent *event)
{
    if (!pressWithEnter(event, focusWidget()))
        QFrame::keyPressEvent(event);
}

void PopupPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = Tokens::of(this);
    painter.fillRect(rect(), tokens.surface);
    painter.setPen(tokens.border);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace pc::views
