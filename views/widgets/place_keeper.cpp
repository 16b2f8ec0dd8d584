// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/place_keeper.h"

#include <QEvent>
#include <QWidget>

namespace pc::views {

namespace {
constexpr int restMs = 40;      ///< without a further move: it has come to rest
constexpr int openingMs = 3000; ///< a busy machine takes its time
constexpr int mostTries = 5;
constexpr int rounding = 2; ///< pixels; a scaled screen rounds
} // namespace

PlaceKeeper::PlaceKeeper(QWidget *window) : QObject(window), m_window(window)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &PlaceKeeper::putAgain);
    window->installEventFilter(this);
}

void PlaceKeeper::put(const QRect &place)
{
    if (place != m_wanted)
        begin();
    m_wanted = place;
    // A fixed size would be asked for alone, with the position that Qt believes in at the moment.
    m_window->setMinimumSize(m_window->size().boundedTo(place.size()));
    m_window->setMaximumSize(m_window->size().expandedTo(place.size()));
    m_window->setGeometry(place);
    m_window->setFixedSize(place.size());
}

void PlaceKeeper::begin()
{
    m_tries = mostTries;
    m_opening.setRemainingTime(openingMs);
}

void PlaceKeeper::putAgain()
{
    const QPoint off = m_window->geometry().topLeft() - m_wanted.topLeft();
    if (m_tries == 0 || m_opening.hasExpired() || off.manhattanLength() <= rounding)
        return;
    --m_tries;
    m_window->setGeometry(QRect(m_wanted.topLeft(), m_window->size()));
}

bool PlaceKeeper::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::Show)
        begin();
    else if (watched == m_window && event->type() == QEvent::Move && m_window->isVisible())
        m_rest.start();
    return QObject::eventFilter(watched, event);
}

} // namespace pc::views
