// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/policy/drain_watch.h"

#include <algorithm>
#include <utility>

namespace pc::platform {

DrainWatch::DrainWatch(PolicyHolder &policy) : m_policy(policy), m_thread([this] { run(); })
{
    m_policy.setReleaseListener([this] {
        ++m_news;
        const std::lock_guard lock(m_mutex);
        m_wake.notify_one();
    });
}

DrainWatch::~DrainWatch()
{
    stop();
}

void DrainWatch::stop()
{
    m_policy.setReleaseListener({});
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_wake.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void DrainWatch::whenDrained(qint64 number, std::function<void(bool)> done)
{
    add({number, std::chrono::steady_clock::now() + drainLimit, std::move(done)});
}

void DrainWatch::after(std::chrono::milliseconds time, std::function<void()> done)
{
    add({0, std::chrono::steady_clock::now() + time, [done = std::move(done)](bool) { done(); }});
}

void DrainWatch::add(Waiter waiter)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping) {
            m_waiters.push_back(std::move(waiter));
            ++m_news;
            m_wake.notify_one();
            return;
        }
    }
    waiter.done(false);
}

/// The holder is never asked under m_mutex: its release listener takes the two locks the other way round.
void DrainWatch::run()
{
    qint64 drained = 0; // every snapshot before it is gone
    for (;;) {
        const quint64 seen = m_news;
        std::list<std::pair<Waiter, bool>> ready;
        std::unique_lock lock(m_mutex);
        const Time now = std::chrono::steady_clock::now();
        Time next = now + std::chrono::seconds(60);
        for (auto it = m_waiters.begin(); it != m_waiters.end();) {
            const bool done = it->number > 0 && it->number <= drained;
            if (done || m_stopping || it->deadline <= now) {
                ready.emplace_back(std::move(*it), done);
                it = m_waiters.erase(it);
            } else {
                next = std::min(next, it->deadline);
                ++it;
            }
        }
        if (ready.empty() && m_stopping)
            return;
        lock.unlock();
        for (auto &[waiter, done] : ready)
            waiter.done(done);
        ready.clear();
        const qint64 before = std::exchange(drained, m_policy.oldestHeld()); // one question for all who wait
        if (drained != before)
            continue;
        lock.lock();
        m_wake.wait_until(lock, next, [this, seen] { return m_stopping || m_news != seen; });
    }
}

} // namespace pc::platform
