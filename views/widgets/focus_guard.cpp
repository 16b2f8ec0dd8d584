// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/focus_guard.h"

#include "views/widgets/reading_order.h"

#include <QApplication>
#include <QEvent>

namespace pc::views {

FocusGuard::FocusGuard(QWidget *window) : QObject(window), m_window(window)
{
    window->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget *, QWidget *now) { focusChanged(now); });
}

bool FocusGuard::move(bool forward)
{
    QWidget *from = m_window->focusWidget();
    if (from != nullptr && !(from->isVisible() && from->isEnabled()) && m_place.restore()) {
        return true; // it was not Tab: what had the focus goes away
    }
    QWidget *to = stopBeside(m_window, from, forward);
    if (to == nullptr) {
        return false;
    }
    to->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    scrollIntoView(to);
    return true;
}

void FocusGuard::focusChanged(QWidget *now)
{
    if (now == nullptr) {
        // Nobody has it: between two windows, for a moment, or because what had it was deleted.
        QMetaObject::invokeMethod(this, &FocusGuard::recover, Qt::QueuedConnection);
    } else if (now == m_window || m_window->isAncestorOf(now)) {
        m_place = FocusPlace::in(m_window);
    }
}

void FocusGuard::recover()
{
    if (QApplication::focusWidget() != nullptr || QApplication::activeWindow() != m_window ||
        QApplication::activePopupWidget() != nullptr) {
        return;
    }
    if (m_place.restore()) {
        return;
    }
    if (m_home) {
        m_home();
    }
    if (QApplication::focusWidget() == nullptr) {
        focusFirstStop(m_window);
    }
}

bool FocusGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show) {
        // Where the focus is shows from the start, not only after the first Tab.
        m_window->setAttribute(Qt::WA_KeyboardFocusChange);
    }
    if (event->type() == QEvent::WindowActivate) {
        // Qt gives the focus to what had it, and when that cannot take it, to anything.
        const QWidget *focus = m_window->focusWidget();
        if (focus != nullptr && !(focus->isVisible() && focus->isEnabled())) {
            m_place.restore();
        }
        QMetaObject::invokeMethod(this, &FocusGuard::recover, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace pc::views
