// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/http/timer_clock.h"

#include <QTimer>

#include <algorithm>

namespace pc::client {

namespace {

class TimerAlarm final : public QTimer
{
public:
    TimerAlarm(std::chrono::milliseconds delay, std::chrono::milliseconds longest,
               std::function<void()> action)
        : m_left(std::max(delay, std::chrono::milliseconds(0))), m_longest(longest),
          m_action(std::move(action))
    {
        setSingleShot(true);
        connect(this, &QTimer::timeout, this, [this] { step(); });
        step();
    }

private:
    void step()
    {
        if (m_started && m_left.count() == 0) {
            const auto action = std::move(m_action); // may destroy this alarm
            action();
            return;
        }
        const std::chrono::milliseconds piece = std::min(m_left, m_longest);
        m_left -= piece;
        m_started = true;
        start(piece);
    }

    std::chrono::milliseconds m_left;
    std::chrono::milliseconds m_longest;
    bool m_started = false;
    std::function<void()> m_action;
};

} // namespace

TimerClock::~TimerClock() = default;

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

qint64 SystemClock::monotonicMs() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

Alarm SystemClock::after(std::chrono::milliseconds delay, std::function<void()> action)
{
    // deleteLater: an alarm may be dropped inside its own action.
    return std::shared_ptr<TimerAlarm>(new TimerAlarm(delay, m_longest, std::move(action)),
                                       [](TimerAlarm *alarm) {
                                           alarm->stop();
                                           alarm->deleteLater();
                                       });
}

} // namespace pc::client
