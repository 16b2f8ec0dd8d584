// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/clock/clock.h"

#include <mutex>
#include <optional>

namespace pc::platform {

/// Tells a wall clock that went on from one that was set, by the steady clock beside it. Decisions judge by
/// the wall clock as it is; what *forgets* (denied tokens, kept replies, call records, the states that time
/// gives to credentials) goes by settled() instead, so that a clock that is wrong for a while forgets
/// nothing. Thread-safe.
class ClockWatch
{
public:
    static constexpr std::chrono::milliseconds tolerance{2000};
    /// A clock that was set forward is believed when it has stood by it for this long. No token lives longer
    /// than a quarter of it.
    static constexpr std::chrono::hours believedAfter{1};

    explicit ClockWatch(Moment now) : m_base(now), m_last(now) {}
    /// Goes on from a reading of the same two clocks by a process before this one.
    void resume(Moment before, Moment now);
    /// Goes on from a reading before the machine was started anew: how long it was off nobody knows, so that
    /// the wall clock, which may be wrong until somebody sets it, is believed like one that was set forward.
    void resumeAfterBoot(Instant before, Moment now);

    struct Step
    {
        Instant expected{}; ///< by the steady clock
        Instant actual{};
    };
    /// Once a second or so: a step since the last call.
    [[nodiscard]] std::optional<Step> tick(Moment now);

    /// Never after the wall clock; behind it while a step forward is not believed yet.
    [[nodiscard]] Instant settled(Moment now) const;
    /// By how much the wall clock is ahead of what is believed; zero as a rule.
    [[nodiscard]] std::chrono::milliseconds ahead(Moment now) const { return now.wall - settled(now); }

private:
    [[nodiscard]] Instant line(Moment now) const;

    mutable std::mutex m_mutex;
    Moment m_base; ///< of the line that settled() follows
    Moment m_last;
    std::optional<std::chrono::nanoseconds> m_aheadSince;
};

} // namespace pc::platform
