// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/decision/record_bounds.h"

namespace pc::platform {

namespace {

bool take(const Gcra &limit, Gcra::State &state, Moment now)
{
    const Gcra::Answer answer = limit.judge(state, now.steady);
    state = answer.next;
    return answer.allowed;
}

} // namespace

bool RecordBounds::takesUnattributed(Moment now)
{
    static const Gcra limit(unattributedPerSecond, unattributedBurst);
    const std::lock_guard lock(m_mutex);
    return take(limit, m_unattributed, now);
}

bool RecordBounds::takesRefused(const QString &partnerId, Moment now)
{
    static const Gcra limit(refusedPerSecond, refusedBurst);
    const std::lock_guard lock(m_mutex);
    return take(limit, m_refused[partnerId], now);
}

} // namespace pc::platform
