// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/alt_menu.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMainWindow>
#include <QMenuBar>
#include <QTimer>

#include <utility>

namespace pc::views {

AltMenu::AltMenu(QMainWindow *window) : QObject(window), m_window(window), m_bar(window->menuBar())
{
    m_bar->hide();
    qApp->installEventFilter(this);
}

/// Alt alone, pressed and released with nothing between, shows the menu bar. What happens between is not
/// always heard by the window itself (a shortcut takes its key, a field its letter), so every key and button
/// is watched.
bool AltMenu::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool alone =
            key->key() == Qt::Key_Alt && key->modifiers() == Qt::AltModifier && m_window->isActiveWindow();
        if (alone && !m_altAlone)
            m_wasOpen = m_bar->isVisible(); // an open menu goes with the press already
        m_altAlone = alone && (m_altAlone || !key->isAutoRepeat());
        break;
    }
    case QEvent::KeyRelease:
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt && std::exchange(m_altAlone, false)) {
            m_wasOpen ? hide() : show();
        }
        break;
    case QEvent::Hide:
        if (const auto *menu = qobject_cast<const QMenu *>(watched);
            menu != nullptr && menu->parentWidget() == m_bar)
            QMetaObject::invokeMethod(this, &AltMenu::leave, Qt::QueuedConnection);
        break;
    case QEvent::Shortcut:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::WindowDeactivate:
        m_altAlone = false;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void AltMenu::show()
{
    if (m_bar->isVisible() || m_bar->actions().isEmpty())
        return;
    m_before = FocusPlace::in(m_window);
    m_bar->show();
    m_bar->setActiveAction(m_bar->actions().constFirst()); // the keys go to its menu
}

/// The menu bar came for one choice: with its last menu it goes, chosen or not.
void AltMenu::leave()
{
    if (!m_bar->isVisible() || QApplication::activePopupWidget() != nullptr)
        return; // on with the menu beside it
    // Nothing moves away under a pressed button.
    if (QGuiApplication::mouseButtons() != Qt::NoButton)
        QTimer::singleShot(20, this, &AltMenu::leave);
    else
        hide();
}

void AltMenu::hide()
{
    if (m_window->focusWidget() == m_bar)
        m_before.restore();
    m_bar->hide();
}

} // namespace pc::views
