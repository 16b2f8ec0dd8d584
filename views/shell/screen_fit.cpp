// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/screen_fit.h"

#include <QDeadlineTimer>
#include <QEvent>
#include <QScreen>
#include <QTimer>
#include <QWidget>

#include <algorithm>

namespace pc::views {

namespace {

constexpr int restMs = 100;     ///< without a further move: the window has come to rest
constexpr int openingMs = 3000; ///< a busy machine takes its time; later moves are somebody's own

void fitShown(QWidget *window)
{
    if (!window->isVisible() || (window->windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen)) ||
        window->screen() == nullptr) {
        return;
    }
    const QRect inner = window->geometry();
    const QRect fitting = fittingGeometry(inner, window->screen()->availableGeometry(), frameAround(window));
    if (fitting != inner) {
        window->setGeometry(fitting);
    }
}

/// The window system places a window when it comes to it, and puts a frame around it.
class Opening final : public QObject
{
public:
    explicit Opening(QWidget *window) : QObject(window), m_window(window)
    {
        m_rest.setSingleShot(true);
        m_rest.setInterval(restMs);
        connect(&m_rest, &QTimer::timeout, this, [this] { fitShown(m_window); });
        window->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Show)
            m_end.setRemainingTime(openingMs);
        if ((event->type() == QEvent::Show || event->type() == QEvent::Move) && !m_end.hasExpired())
            m_rest.start();
        return QObject::eventFilter(watched, event);
    }

private:
    QWidget *m_window;
    QTimer m_rest;
    QDeadlineTimer m_end{0}; ///< expired until it is shown
};

} // namespace

QMargins frameAround(const QWidget *window)
{
    const QRect outer = window->frameGeometry();
    const QRect inner = window->geometry();
    return {inner.left() - outer.left(), inner.top() - outer.top(), outer.right() - inner.right(),
            outer.bottom() - inner.bottom()};
}

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
    new Opening(window);
}

} // namespace pc::views
