// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/focus_place.h"

#include <QObject>

#include <functional>

namespace pc::views {

/// Keeps the keyboard usable in one window: Tab follows the reading order, and the focus is never nowhere.
/// When the widget that had it is deleted, hidden or switched off, the nearest refuge is lent it, never what
/// destroys something at the next Enter; it goes back when that widget can be operated again (or what came in
/// its stead), unless the person did something meanwhile. A window owns one and hands its
/// focusNextPrevChild() to it.
class FocusGuard final : public QObject
{
    Q_OBJECT
public:
    explicit FocusGuard(QWidget *window);

    /// Where the focus goes when there is no place to return to; by default the first stop of the window.
    void setHome(std::function<void()> home) { m_home = std::move(home); }
    /// Tab and Shift+Tab; also called by Qt when it hides or switches off what has the focus. False when
    /// there is nothing to go to.
    bool move(bool forward);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void focusChanged(QWidget *now);
    void recover();
    [[nodiscard]] bool lend();
    void watch(const QObject *watched, const QEvent *event);
    void giveBack();
    void endLoan();

    QWidget *m_window;
    FocusPlace m_place;
    FocusPlace m_lost;          ///< where the focus belongs while it is lent
    QPointer<QWidget> m_lentTo; ///< who has it meanwhile
    bool m_watching = false;    ///< what is switched on or shown may be what was lost
    bool m_asked = false;       ///< giveBack() is on its way
    bool m_lending = false;     ///< the change of focus is our own
    std::function<void()> m_home;
};

} // namespace pc::views
