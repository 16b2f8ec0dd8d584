// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/address_pace.h"

#include <algorithm>

namespace pc::platform {

AddressPace::AddressPace(double rate, int burst, int queue)
    : m_gcra(rate, burst + queue),
      m_free(std::chrono::nanoseconds(static_cast<std::int64_t>(1e9 / rate)) * burst)
{
}

std::optional<std::chrono::nanoseconds> AddressPace::take(const QByteArray &address,
                                                          std::chrono::steady_clock::time_point now)
{
    const auto at = std::chrono::duration_cast<std::chrono::nanoseconds>(now.time_since_epoch());
    const std::string key = address.toStdString();
    const std::lock_guard lock(m_mutex);
    if (m_states.size() >= mostAddresses && m_states.count(key) == 0) {
        std::erase_if(m_states, [at](const auto &entry) { return entry.second.tat <= at; });
        if (m_states.size() >= mostAddresses)
            m_states.clear();
    }
    Gcra::State &state = m_states[key];
    const Gcra::Answer answer = m_gcra.judge(state, at);
    if (!answer.allowed)
        return std::nullopt;
    state = answer.next;
    return std::max(std::chrono::nanoseconds{0}, answer.next.tat - at - m_free);
}

std::size_t AddressPace::addressCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_states.size();
}

} // namespace pc::platform
