// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/oauth/client_limits.h"

#include <algorithm>

namespace pc::platform {

namespace {

Gcra gcraOf(ClientLimits::Act act)
{
    const ClientLimits::Rate rate = ClientLimits::rateOf(act);
    return {rate.perSecond, rate.burst};
}

} // namespace

ClientLimits::ClientLimits() : m_gcra{gcraOf(Act::Token), gcraOf(Act::Introspection), gcraOf(Act::Revocation)}
{
}

std::chrono::nanoseconds ClientLimits::take(const QByteArray &id16, Act act, Moment now)
{
    const auto index = static_cast<std::size_t>(act);
    const std::lock_guard lock(m_mutex);
    if (m_clients.size() >= m_sweepAt) {
        // Who is at rest is as good as new.
        std::erase_if(m_clients, [&now](const auto &entry) {
            return std::all_of(entry.second.begin(), entry.second.end(),
                               [&now](const Gcra::State &state) { return state.tat <= now.steady; });
        });
        m_sweepAt = std::max(sweepAt, m_clients.size() * 2);
    }
    Gcra::State &state = m_clients[id16.toStdString()][index];
    const Gcra::Answer answer = m_gcra.at(index).judge(state, now.steady);
    if (!answer.allowed)
        return answer.retryAfter;
    state = answer.next;
    return std::chrono::nanoseconds::zero();
}

std::size_t ClientLimits::entryCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_clients.size();
}

} // namespace pc::platform
