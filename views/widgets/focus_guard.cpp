// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/focus_guard.h"

#include "views/widgets/reading_order.h"

#include <QApplication>
#include <QEvent>

#include <utility>

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
    if (from != nullptr && !(from->isVisible() && from->isEnabled()) && lend()) {
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
        if (!m_lending && now != m_lentTo) {
            endLoan();
        }
    }
}

/// Gives the focus of what went away to the nearest refuge; false when there is none.
bool FocusGuard::lend()
{
    const FocusPlace lost = m_lentTo != nullptr && m_place.widget() == m_lentTo ? m_lost : m_place;
    QWidget *to = lost.nearest();
    if (to == nullptr && m_home) {
        const QWidget *before = m_window->focusWidget();
        m_home();
        return m_window->focusWidget() != nullptr && m_window->focusWidget() != before;
    }
    if (to == nullptr) {
        return false;
    }
    if (to == lost.widget()) { // it lost the focus only
        endLoan();
        to->setFocus(Qt::OtherFocusReason);
        return true;
    }
    m_lost = lost;
    m_lentTo = to;
    m_lending = true;
    to->setFocus(Qt::OtherFocusReason);
    m_lending = false;
    scrollIntoView(to);
    if (!std::exchange(m_watching, true)) {
        qApp->installEventFilter(this);
    }
    return true;
}

void FocusGuard::giveBack()
{
    m_asked = false;
    if (m_lentTo == nullptr || m_window->focusWidget() != m_lentTo) {
        return;
    }
    QWidget *nearest = m_lost.nearest();
    if (nearest == nullptr || nearest == m_lentTo) {
        return;
    }
    m_lentTo = nearest;
    m_lending = true;
    nearest->setFocus(Qt::OtherFocusReason);
    m_lending = false;
    scrollIntoView(nearest);
    if (nearest == m_lost.widget()) {
        endLoan();
    }
}

void FocusGuard::endLoan()
{
    m_lentTo = nullptr;
    m_lost = {};
    if (std::exchange(m_watching, false)) {
        qApp->removeEventFilter(this);
    }
}

void FocusGuard::recover()
{
    if (QApplication::focusWidget() != nullptr || QApplication::activeWindow() != m_window ||
        QApplication::activePopupWidget() != nullptr) {
        return;
    }
    if (lend()) {
        return;
    }
    if (QApplication::focusWidget() == nullptr) {
        focusFirstStop(m_window);
    }
}

/// Of everything, while the focus is lent: what comes back, and whether the person goes on from here.
void FocusGuard::watch(const QObject *watched, const QEvent *event)
{
    const auto *widget = qobject_cast<const QWidget *>(watched);
    if (widget == nullptr || widget->window() != m_window) {
        return;
    }
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
        endLoan();
        break;
    case QEvent::EnabledChange:
    case QEvent::Show:
        if (widget->isEnabled() && !std::exchange(m_asked, true)) {
            QMetaObject::invokeMethod(this, &FocusGuard::giveBack, Qt::QueuedConnection);
        }
        break;
    default:
        break;
    }
}

bool FocusGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (m_watching) {
        watch(watched, event);
    }
    if (watched != m_window) {
        return false;
    }
    if (event->type() == QEvent::Show) {
        // Where the focus is shows from the start, not only after the first Tab.
        m_window->setAttribute(Qt::WA_KeyboardFocusChange);
    }
    if (event->type() == QEvent::WindowActivate) {
        // Qt gives the focus to what had it, and when that cannot take it, to anything.
        const QWidget *focus = m_window->focusWidget();
        if (focus != nullptr && !(focus->isVisible() && focus->isEnabled())) {
            (void)lend(); // where nobody can have it, recover() looks again
        }
        QMetaObject::invokeMethod(this, &FocusGuard::recover, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace pc::views
