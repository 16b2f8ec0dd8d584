// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/timer_clock.h"

#include <QList>

namespace pc::test {

/// A clock that stands still until a test turns it. Alarms run inside advance(), in the order of their
/// instants.
class ManualClock final : public client::TimerClock
{
public:
    explicit ManualClock(QDateTime start = QDateTime({2026, 3, 2}, {10, 0}, Qt::UTC));
    [[nodiscard]] QDateTime now() const override { return m_start.addMSecs(m_elapsed); }
    [[nodiscard]] qint64 monotonicMs() const override { return m_elapsed; }
    [[nodiscard]] client::Alarm after(std::chrono::milliseconds delay, std::function<void()> action) override;

    void advance(std::chrono::milliseconds by);
    /// Alarms that are set and not cancelled.
    [[nodiscard]] int pending() const;
    /// Time to the next alarm; -1 without one.
    [[nodiscard]] std::chrono::milliseconds nextIn() const;

private:
    struct Entry
    {
        qint64 at = 0;
        std::weak_ptr<std::function<void()>> action;
    };
    QDateTime m_start;
    qint64 m_elapsed = 0;
    QList<Entry> m_entries;
};

} // namespace pc::test
