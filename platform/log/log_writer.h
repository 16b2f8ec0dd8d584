// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <thread>

namespace pc::platform {

/// Writes log lines to a file descriptor from a thread of its own, so that a full pipe or a slow disk never
/// holds up a decision. At most 10,000 lines wait; more are dropped and counted in a line of their own once
/// there is room.
class LogWriter
{
public:
    /// Does not own `descriptor`.
    explicit LogWriter(int descriptor);
    /// Writes what waits, for at most one second.
    ~LogWriter();
    LogWriter(const LogWriter &) = delete;
    LogWriter &operator=(const LogWriter &) = delete;

    void append(const QByteArray &line);

private:
    void run();
    /// Gives how much of it was written.
    qsizetype writeAll(const QByteArray &bytes);

    const int m_descriptor;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<QByteArray> m_lines;
    std::uint64_t m_dropped = 0;
    bool m_stopping = false;
    bool m_half = false; ///< the last write ended inside a line
    std::thread m_thread;
};

} // namespace pc::platform
