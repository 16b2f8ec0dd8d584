// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace pc::platform {

/// One thread for acts that wait: probing gateways before and after a cut. They run one after the other.
class CutWorker
{
public:
    CutWorker() : m_thread([this] { run(); }) {}
    ~CutWorker() { stop(); }
    CutWorker(const CutWorker &) = delete;
    CutWorker &operator=(const CutWorker &) = delete;

    /// Dropped after stop(): its responder then answers 500 by itself.
    void post(std::function<void()> act)
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping)
            return;
        m_acts.push_back(std::move(act));
        m_wake.notify_one();
    }

    /// Finishes what was posted.
    void stop()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
            m_wake.notify_one();
        }
        if (m_thread.joinable())
            m_thread.join();
    }

private:
    void run()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_wake.wait(lock, [this] { return m_stopping || !m_acts.empty(); });
            if (m_acts.empty())
                return;
            auto act = std::move(m_acts.front());
            m_acts.pop_front();
            lock.unlock();
            act();
            act = nullptr;
            lock.lock();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_acts;
    bool m_stopping = false;
    std::thread m_thread; // last: it uses the others
};

} // namespace pc::platform
