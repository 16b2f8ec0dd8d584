// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/screen_fit.h"

#include <QScreen>
#include <QTimer>
#include <QWidget>

#include <algorithm>

namespace pc::views {

namespace {

void fitShown(QWidget *window)
{
    if (!window->isVisible() || (window->windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen)) ||
        window->screen() == nullptr) {
        return;
    }
    const QRect outer = window->frameGeometry();
    const QRect inner = window->geometry();
    const QMargins frame(inner.left() - outer.left(), inner.top() - outer.top(),
                         outer.right() - inner.right(), outer.bottom() - inner.bottom());
    const QRect fitting = fittingGeometry(inner, window->screen()->availableGeometry(), frame);
    if (fitting != inner) {
        window->setGeometry(fitting);
    }
}

} // namespace

QRect fittingGeometry(const QRect &wanted, const QRect &available, const QMargins &frame)
{
    const QRect room = available.marginsRemoved(frame);
    const QSize size = wanted.size().boundedTo(room.size());
    if (wanted.topLeft().isNull()) {
        return QRect(QPoint(room.left() + (room.width() - size.width()) / 2,
                            room.top() + (room.height() - size.height()) / 2),
                     size);
    }
    return QRect(QPoint(std::clamp(wanted.left(), room.left(), room.right() + 1 - size.width()),
                        std::clamp(wanted.top(), room.top(), room.bottom() + 1 - size.height())),
                 size);
}

void fitToScreen(QWidget *window, const QSize &wanted)
{
    if (window->screen() == nullptr) {
        window->resize(wanted);
        return;
    }
    const QRect available = window->screen()->availableGeometry();
    const QSize room = available.marginsRemoved(usualFrame).size();
    window->setMinimumSize(window->minimumSize().boundedTo(room));
    window->resize(wanted.boundedTo(room));
    QTimer::singleShot(100, window, [window] { fitShown(window); });
}

} // namespace pc::views
