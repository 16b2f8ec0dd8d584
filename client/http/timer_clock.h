// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>
#include <memory>

namespace pc::client {

/// A pending alarm; destroying it cancels it.
using Alarm = std::shared_ptr<void>;

/// Time as a seam: what time it is, and "call me later". Tests turn it by hand.
class TimerClock
{
public:
    TimerClock() = default;
    virtual ~TimerClock();
    TimerClock(const TimerClock &) = delete;
    TimerClock &operator=(const TimerClock &) = delete;

    /// UTC.
    [[nodiscard]] virtual QDateTime now() const = 0;
    /// Milliseconds that never run backwards; for durations only.
    [[nodiscard]] virtual qint64 monotonicMs() const = 0;
    /// Calls `action` once after `delay` (any length; negative counts as zero), never inside this function,
    /// on this thread.
    [[nodiscard]] virtual Alarm after(std::chrono::milliseconds delay, std::function<void()> action) = 0;
};

/// The machine's clock and the event loop's timers. A timer takes an int of milliseconds (24 days): longer
/// waits go in pieces.
class SystemClock final : public TimerClock
{
public:
    static constexpr std::chrono::milliseconds longestPiece = std::chrono::hours(24);

    explicit SystemClock(std::chrono::milliseconds longest = longestPiece) : m_longest(longest) {}
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] qint64 monotonicMs() const override;
    [[nodiscard]] Alarm after(std::chrono::milliseconds delay, std::function<void()> action) override;

private:
    std::chrono::milliseconds m_longest;
};

} // namespace pc::client
