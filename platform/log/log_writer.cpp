// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/log/log_writer.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <utility>

#include <poll.h>
#include <unistd.h>

namespace pc::platform {
namespace {

constexpr std::size_t maximumWaiting = 10'000;
constexpr int pollMilliseconds = 100;
// Lines that come close together are written together: to be woken for each costs more than the line.
constexpr auto gathering = std::chrono::milliseconds(5);
constexpr std::size_t gathered = 100; // lines, that is about 40 KB
constexpr auto patienceAtEnd = std::chrono::seconds(1);

} // namespace

LogWriter::LogWriter(int descriptor) : m_descriptor(descriptor), m_thread([this] { run(); }) {}

LogWriter::~LogWriter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void LogWriter::append(const QByteArray &line)
{
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_lines.size() >= maximumWaiting) {
            ++m_dropped;
            return;
        }
        m_lines.push_back(line);
        wake = m_lines.size() == 1 || m_lines.size() == gathered;
    }
    if (wake)
        m_wake.notify_one();
}

void LogWriter::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stopping || !m_lines.empty(); });
        m_wake.wait_for(lock, gathering, [this] { return m_stopping || m_lines.size() >= gathered; });
        if (m_lines.empty())
            return;
        QByteArray batch;
        for (const QByteArray &line : m_lines)
            batch += line;
        m_lines.clear();
        const std::uint64_t dropped = std::exchange(m_dropped, 0);
        if (dropped > 0) {
            batch += R"({"level":"warning","event":"log_lines_dropped","count":)";
            batch += QByteArray::number(static_cast<quint64>(dropped));
            batch += "}\n";
        }
        const bool half = m_half;
        lock.unlock();
        // What was cut off stays a line of its own.
        const bool whole = !half || writeAll("\n") == 1;
        const qsizetype written = whole ? writeAll(batch) : 0;
        lock.lock();
        m_half = written > 0 ? batch[written - 1] != '\n' : !whole;
        if (written == batch.size())
            continue;
        m_dropped += static_cast<std::uint64_t>(QByteArrayView(batch).sliced(written).count('\n'));
        if (dropped > 0)
            m_dropped += dropped - 1; // the line that said so was counted among the lost
        if (m_stopping)
            return;
    }
}

/// Polls before each write, so that a reader who stopped reading cannot keep the process from ending. A pipe
/// takes at most its atomic size when poll() says writable; larger writes to a blocking pipe would wait.
qsizetype LogWriter::writeAll(const QByteArray &bytes)
{
    constexpr qsizetype atomicPipeWrite = 4096;
    auto stoppingSince = std::chrono::steady_clock::time_point::max();
    qsizetype done = 0;
    while (done < bytes.size()) {
        pollfd waiting{m_descriptor, POLLOUT, 0};
        const int ready = ::poll(&waiting, 1, pollMilliseconds);
        if (ready > 0 && (waiting.revents & POLLOUT) != 0) {
            const auto piece = static_cast<std::size_t>(std::min(bytes.size() - done, atomicPipeWrite));
            const ssize_t count = ::write(m_descriptor, bytes.constData() + done, piece);
            if (count < 0 && errno != EINTR && errno != EAGAIN)
                return done;
            done += std::max<ssize_t>(count, 0);
            continue;
        }
        if (ready > 0)
            return done; // closed on the other side
        const std::lock_guard lock(m_mutex);
        const auto now = std::chrono::steady_clock::now();
        if (m_stopping && stoppingSince == std::chrono::steady_clock::time_point::max())
            stoppingSince = now;
        if (m_stopping && now - stoppingSince > patienceAtEnd)
            return done;
    }
    return done;
}

} // namespace pc::platform
