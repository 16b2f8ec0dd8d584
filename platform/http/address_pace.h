// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/limits/gcra.h"

#include <QByteArray>

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace pc::platform {

/// How fast one peer address may make us work: `burst` at once, then `rate` a second. What comes faster waits
/// for its turn, and what would wait behind `queue` others is turned away. Thread-safe; bounded: a full table
/// forgets the addresses that are at rest, then all.
class AddressPace
{
public:
    static constexpr std::size_t mostAddresses = 8192;

    AddressPace(double rate, int burst, int queue);

    /// Takes a turn: how long until it comes (zero: now), or nothing when too many wait already.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> take(const QByteArray &address,
                                                               std::chrono::steady_clock::time_point now);
    [[nodiscard]] std::size_t addressCount() const;

private:
    const Gcra m_gcra;                  // its burst includes the queue
    std::chrono::nanoseconds m_free{0}; // of its tolerance, what needs no waiting
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, Gcra::State> m_states;
};

} // namespace pc::platform
