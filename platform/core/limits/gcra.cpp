// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/limits/gcra.h"

#include <algorithm>
#include <cmath>

namespace pc::platform {
namespace {

// Far enough below the end of the type that no sum of two overflows; 73 years.
constexpr std::int64_t longest = INT64_MAX / 4;

// A closed limit does not open by waiting; somebody has to change it.
constexpr std::chrono::nanoseconds whileClosed = std::chrono::hours(24);

} // namespace

Gcra::Gcra(double rate, int burst) : m_burst(std::max(burst, 1))
{
    if (!(rate > 0)) // also NaN
        return;
    // Rounded up, so that the rate is never exceeded by rounding.
    const double exact = std::ceil(1e9 / rate);
    const std::int64_t interval =
        exact >= static_cast<double>(longest) ? longest : static_cast<std::int64_t>(exact);
    m_interval = std::chrono::nanoseconds(std::max<std::int64_t>(interval, 1));
    // A burst too long to be represented is cut short: the safe direction.
    const std::int64_t fits = longest / m_interval.count();
    m_burst = static_cast<int>(std::min<std::int64_t>(m_burst, fits));
    m_tolerance = m_interval * (m_burst - 1);
}

std::chrono::nanoseconds Gcra::ahead(State state, std::chrono::nanoseconds now) const
{
    // No call at this limit can have left more than this: what is further ahead is of a lower limit that was
    // in force before, and says nothing about this one.
    const std::chrono::nanoseconds furthest = now + m_tolerance + m_interval;
    return state.tat > furthest ? std::chrono::nanoseconds::zero() : std::max(state.tat, now) - now;
}

Gcra::Answer Gcra::judge(State state, std::chrono::nanoseconds now) const
{
    Answer answer;
    answer.next = state;
    if (closed()) {
        answer.retryAfter = whileClosed;
        return answer;
    }
    const std::chrono::nanoseconds before = ahead(state, now);
    if (before > m_tolerance) {
        answer.retryAfter = before - m_tolerance;
        return answer;
    }
    answer.allowed = true;
    answer.next.tat = now + before + m_interval;
    return answer;
}

Gcra::Level Gcra::level(State state, std::chrono::nanoseconds now) const
{
    if (closed())
        return {0, whileClosed};
    const std::chrono::nanoseconds used = ahead(state, now);
    return {used > m_tolerance ? 0 : (m_tolerance - used) / m_interval + 1, used};
}

} // namespace pc::platform
