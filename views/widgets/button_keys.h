// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QKeyEvent;
class QWidget;

namespace pc::views {

/// For a window's keyPressEvent(): Enter presses the button that has the focus, wherever it stands. A button
/// that destroys wants Space or the mouse: Enter on it does nothing. True when the key was taken.
bool pressWithEnter(QKeyEvent *event, QWidget *focus);

} // namespace pc::views
