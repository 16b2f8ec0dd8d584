// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/policy/policy_holder.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

namespace pc::platform {

/// One thread on which everything that waits for decisions in flight, or for a span of time, waits together:
/// any number of revocations need one drain, and none waits for another's. Callbacks run on that thread, each
/// exactly once, and must not block. Thread-safe.
class DrainWatch
{
public:
    /// Longer than an allowed answer may take to be sent (HttpLimits::heldWriteTimeout), so that a drain ends
    /// drained.
    static constexpr std::chrono::milliseconds drainLimit{2500};

    explicit DrainWatch(PolicyHolder &policy);
    ~DrainWatch();
    DrainWatch(const DrainWatch &) = delete;
    DrainWatch &operator=(const DrainWatch &) = delete;

    /// `done(true)` as soon as nobody stands on a snapshot before `number`, `done(false)` after drainLimit.
    void whenDrained(qint64 number, std::function<void(bool drained)> done);
    /// `done` after this time.
    void after(std::chrono::milliseconds time, std::function<void()> done);
    /// Calls back everybody who waits (not drained), and ends the thread. Later calls are answered at once.
    void stop();

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Waiter
    {
        qint64 number = 0; ///< 0: waits for the time only
        Time deadline;
        std::function<void(bool)> done;
    };

    void add(Waiter waiter);
    void run();

    PolicyHolder &m_policy;
    std::atomic<quint64> m_news{0}; // snapshots that went, waiters that came
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::list<Waiter> m_waiters; // guarded by m_mutex
    bool m_stopping = false;     // guarded by m_mutex
    std::thread m_thread;        // last: it uses the others
};

} // namespace pc::platform
