// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/body_thread.h"

#include <utility>

namespace pc::platform {

BodyThread::~BodyThread()
{
    drop();
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void BodyThread::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void BodyThread::drop()
{
    std::deque<Task> dropped; // goes after the lock: a responder answers when it is destroyed
    const std::lock_guard lock(m_mutex);
    dropped.swap(m_tasks);
}

void BodyThread::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stopping || !m_tasks.empty(); });
        if (m_stopping)
            return;
        Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task();
        task = {};
        lock.lock();
    }
}

} // namespace pc::platform
