// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/icons.h"

#include <QString>

#include <functional>

class QWidget;

namespace pc::views {

class DialogFrame;

/// A question before something goes that cannot come back.
struct Confirmation
{
    QString objectName; ///< of the dialog
    QString title;
    QString text;
    QString keep; ///< the safe button, which has the focus and Esc
    QString act;  ///< the button that goes on
    Icon which = Icon::Warning;
    Icon actIcon = Icon::None;
    int width = 480; ///< pixels at 100 %
};

/// Asks over `window`; calls `confirmed` when the answer is yes and, when given, `kept` when it is not. The
/// buttons are named "keepButton" and "confirmButton". The dialog deletes itself.
DialogFrame *askToConfirm(const Confirmation &question, QWidget *window, std::function<void()> confirmed,
                          std::function<void()> kept = {});

} // namespace pc::views
