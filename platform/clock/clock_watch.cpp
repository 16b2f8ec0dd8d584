// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/clock/clock_watch.h"

#include <algorithm>

namespace pc::platform {

using std::chrono::milliseconds;

namespace {

Instant onFrom(const Moment &then, const Moment &now)
{
    return then.wall + std::chrono::duration_cast<milliseconds>(now.steady - then.steady);
}

} // namespace

void ClockWatch::resume(Moment before, Moment now)
{
    if (before.steady > now.steady)
        return resumeAfterBoot(before.wall, now);
    const std::lock_guard lock(m_mutex);
    m_base = m_last = before;
}

void ClockWatch::resumeAfterBoot(Instant before, Moment now)
{
    const std::lock_guard lock(m_mutex);
    m_base = {before, now.steady};
    m_last = now; // being off is no step
}

Instant ClockWatch::line(Moment now) const
{
    return onFrom(m_base, now);
}

std::optional<ClockWatch::Step> ClockWatch::tick(Moment now)
{
    const std::lock_guard lock(m_mutex);
    const Instant expected = onFrom(m_last, now);
    m_last = now;

    const milliseconds ahead = now.wall - line(now);
    if (ahead <= tolerance) { // as it should be, slightly off, or set back
        m_base = now;
        m_aheadSince.reset();
    } else if (!m_aheadSince) {
        m_aheadSince = now.steady;
    } else if (now.steady - *m_aheadSince >= believedAfter) {
        m_base = now;
        m_aheadSince.reset();
    }

    const milliseconds off = now.wall - expected;
    if (off <= tolerance && off >= -tolerance)
        return {};
    return Step{expected, now.wall};
}

Instant ClockWatch::settled(Moment now) const
{
    const std::lock_guard lock(m_mutex);
    return std::min(now.wall, line(now) + tolerance);
}

} // namespace pc::platform
