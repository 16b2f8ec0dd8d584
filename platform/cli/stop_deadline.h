// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/log/log.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace pc::platform {

/// An end that does not wait for ever: a disk that hangs takes no last checkpoint, and whoever stops the
/// service must not need SIGKILL to find that out. While this object lives the end is under way; after
/// `patience` the log says that it waits, and after `limit` that it gave up, and `giveUp` is called on
/// another thread. What was acknowledged is in the store or in the side journal by then.
class StopDeadline
{
public:
    StopDeadline(const Log &log, std::chrono::milliseconds patience, std::chrono::milliseconds limit,
                 std::function<void()> giveUp);
    ~StopDeadline();
    StopDeadline(const StopDeadline &) = delete;
    StopDeadline &operator=(const StopDeadline &) = delete;

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_done = false;
    std::thread m_thread;
};

} // namespace pc::platform
