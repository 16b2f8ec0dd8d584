// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/focus_place.h"

#include <QObject>

class QMainWindow;
class QMenuBar;

namespace pc::views {

/// The menu bar that Alt brings: hidden until Alt is pressed alone, gone with the choice it came for, and the
/// keys are then where they were before. Belongs to \p window.
class AltMenu final : public QObject
{
    Q_OBJECT
public:
    explicit AltMenu(QMainWindow *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show();
    void leave();
    void hide();

    QMainWindow *m_window;
    QMenuBar *m_bar;
    bool m_altAlone = false; ///< Alt is held, and nothing else was touched since
    bool m_wasOpen = false;  ///< when Alt was pressed
    FocusPlace m_before;     ///< where the keys were before the bar came
};

} // namespace pc::views
