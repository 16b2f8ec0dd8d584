// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/clock/clock.h"
#include "platform/core/limits/gcra.h"

#include <QByteArray>

#include <array>
#include <mutex>
#include <string>
#include <unordered_map>

namespace pc::platform {

/// How often one client may use each OAuth endpoint, counted for its credential whatever address it comes
/// from. Only authenticated requests count, so that nobody else can use a client's share up. Thread-safe;
/// bounded by the number of credentials that asked lately.
class ClientLimits
{
public:
    enum class Act { Token, Introspection, Revocation };

    struct Rate
    {
        double perSecond;
        int burst;
    };
    /// A token lives for minutes, and a client needs one at a time: 120 at once are those of a large fleet
    /// that starts together. A revocation costs a row and a share of a sync; an introspection a signature
    /// check for each call that somebody else's API gets.
    static constexpr Rate rateOf(Act act)
    {
        switch (act) {
        case Act::Introspection:
            return {100, 500};
        case Act::Revocation:
            return {1, 60};
        default:
            return {2, 120};
        }
    }

    ClientLimits();

    /// Zero: taken. Else how long until it would be; nothing is used up.
    [[nodiscard]] std::chrono::nanoseconds take(const QByteArray &id16, Act act, Moment now);

    [[nodiscard]] std::size_t entryCount() const;

private:
    static constexpr std::size_t acts = 3;
    static constexpr std::size_t sweepAt = 4096;

    const std::array<Gcra, acts> m_gcra;
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, std::array<Gcra::State, acts>> m_clients;
    std::size_t m_sweepAt = sweepAt;
};

} // namespace pc::platform
