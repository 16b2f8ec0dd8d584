// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manual_clock.h"

#include <algorithm>

namespace pc::test {

ManualClock::ManualClock(QDateTime start) : m_start(std::move(start)) {}

client::Alarm ManualClock::after(std::chrono::milliseconds delay, std::function<void()> action)
{
    auto shared = std::make_shared<std::function<void()>>(std::move(action));
    m_entries.append({m_elapsed + std::max<qint64>(0, delay.count()), shared});
    return shared;
}

void ManualClock::advance(std::chrono::milliseconds by)
{
    const qint64 end = m_elapsed + by.count();
    for (;;) {
        m_entries.removeIf([](const Entry &entry) { return entry.action.expired(); });
        const auto next = std::min_element(m_entries.begin(), m_entries.end(),
                                           [](const Entry &a, const Entry &b) { return a.at < b.at; });
        if (next == m_entries.end() || next->at > end)
            break;
        m_elapsed = std::max(m_elapsed, next->at);
        const auto action = next->action.lock();
        m_entries.erase(next);
        if (action)
            (*action)();
    }
    m_elapsed = end;
}

int ManualClock::pending() const
{
    return int(std::count_if(m_entries.begin(), m_entries.end(),
                             [](const Entry &entry) { return !entry.action.expired(); }));
}

std::chrono::milliseconds ManualClock::nextIn() const
{
    qint64 best = -1;
    for (const Entry &entry : m_entries) {
        if (!entry.action.expired() && (best < 0 || entry.at - m_elapsed < best))
            best = entry.at - m_elapsed;
    }
    return std::chrono::milliseconds(best);
}

} // namespace pc::test
