// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace pc::platform {

/// Generic cell rate algorithm: `rate` calls per second sustained, `burst` calls at once. Any window of
/// length w admits at most `burst + rate × w` calls. A refusal changes nothing. Pure: time is given, on a
/// clock that never goes back.
class Gcra
{
public:
    /// Theoretical arrival time of the next conforming call; a state in the past equals a fresh one.
    struct State
    {
        std::chrono::nanoseconds tat{INT64_MIN / 2};
    };

    struct Answer
    {
        bool allowed = false;
        std::chrono::nanoseconds retryAfter{0}; ///< zero when allowed
        State next;                             ///< the state to keep when the call is taken
    };

    /// What a state has left.
    struct Level
    {
        std::int64_t remaining = 0;            ///< calls that would pass at once
        std::chrono::nanoseconds fullAfter{0}; ///< until the state is as good as fresh
    };

    /// `rate` in calls per second, above 0; `burst` at least 1 (smaller values are taken as 1). A rate of 0
    /// or less means that nothing passes.
    Gcra(double rate, int burst);

    [[nodiscard]] Answer judge(State state, std::chrono::nanoseconds now) const;
    /// Of the state as it is: of Answer::next for a call that was taken, of the one before for one that was
    /// not.
    [[nodiscard]] Level level(State state, std::chrono::nanoseconds now) const;
    [[nodiscard]] bool closed() const { return m_interval == std::chrono::nanoseconds::zero(); }

private:
    /// How far the state is ahead of `now`.
    [[nodiscard]] std::chrono::nanoseconds ahead(State state, std::chrono::nanoseconds now) const;

    std::chrono::nanoseconds m_interval{0};  // between two calls at the sustained rate; 0 = closed
    std::chrono::nanoseconds m_tolerance{0}; // (burst - 1) intervals
    int m_burst = 1;
};

} // namespace pc::platform
