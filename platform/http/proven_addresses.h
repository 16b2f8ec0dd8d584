// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>

namespace pc::platform {

/// Addresses from which a gateway or an operator has proven itself lately: what else comes from there is not
/// paced in its handshakes, as a gateway may make a connection for each call. Only whoever holds a gateway's
/// key or an operator's token adds to it. Thread-safe.
class ProvenAddresses
{
public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr std::chrono::minutes lasts{10};
    static constexpr std::size_t most = 4096;

    void add(const QByteArray &address, Time now)
    {
        const std::lock_guard lock(m_mutex);
        if (m_until.size() >= most)
            std::erase_if(m_until, [now](const auto &entry) { return entry.second <= now; });
        if (m_until.size() < most)
            m_until[address.toStdString()] = now + lasts;
    }
    [[nodiscard]] bool contains(const QByteArray &address, Time now) const
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_until.find(address.toStdString());
        return found != m_until.end() && found->second > now;
    }

private:
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, Time> m_until;
};

} // namespace pc::platform
