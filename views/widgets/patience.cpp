// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/patience.h"

namespace pc::views {

Patience::Patience(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(250);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (seconds() >= silentSeconds)
            Q_EMIT overdue(seconds());
    });
}

void Patience::start()
{
    if (isWaiting())
        return;
    m_since.start();
    m_timer.start();
}

void Patience::stop()
{
    m_timer.stop();
}

int Patience::seconds() const
{
    return m_since.isValid() ? static_cast<int>(m_since.elapsed() / 1000) : 0;
}

QString Patience::text(int seconds)
{
    return tr("The platform has not answered for %n second(s).", nullptr, seconds);
}

} // namespace pc::views
