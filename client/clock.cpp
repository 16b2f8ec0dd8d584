// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/clock.h"

#include <QTimer>

#include <algorithm>

namespace pc::client {

namespace {

/// A timer takes an int of milliseconds (24 days): longer waits go in pieces.
class TimerAlarm final : public QTimer
{
public:
    TimerAlarm(std::chrono::milliseconds delay, std::function<void()> action)
        : m_left(delay.count()), m_action(std::move(action))
    {
        setSingleShot(true);
        setTimerType(Qt::CoarseTimer);
        connect(this, &QTimer::timeout, this, [this] { step(); });
        step();
    }

private:
    void step()
    {
        constexpr qint64 longest = 1000LL * 60 * 60 * 24;
        if (m_started && m_left <= 0) {
            const auto action = std::move(m_action); // may destroy this alarm
            action();
            return;
        }
        const qint64 piece = std::clamp<qint64>(m_left, 0, longest);
        m_left -= piece;
        m_started = true;
        start(int(piece));
    }

    qint64 m_left;
    bool m_started = false;
    std::function<void()> m_action;
};

} // namespace

Clock::~Clock() = default;

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
    return std::shared_ptr<TimerAlarm>(new TimerAlarm(delay, std::move(action)), [](TimerAlarm *alarm) {
        alarm->stop();
        alarm->deleteLater();
    });
}

} // namespace pc::client
