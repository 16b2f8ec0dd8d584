// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/wheel_past.h"

#include <QEvent>

namespace pc::views {

bool WheelPast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel)
        return QObject::eventFilter(watched, event);
    event->ignore(); // handled, and not taken: it goes on to what scrolls below
    return true;
}

} // namespace pc::views
