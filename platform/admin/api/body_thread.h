// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace pc::platform {

/// Where large bodies are read and looked through: beside the threads of the server, which others wait for,
/// and those of the store, which a disk can hang. One after the other, in their order.
class BodyThread
{
public:
    using Task = std::function<void()>;

    BodyThread() : m_thread([this] { run(); }) {}
    ~BodyThread();
    BodyThread(const BodyThread &) = delete;
    BodyThread &operator=(const BodyThread &) = delete;

    void post(Task task);
    /// Drops what waits.
    void drop();

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    bool m_stopping = false;
    std::thread m_thread; // last: it uses the others
};

} // namespace pc::platform
