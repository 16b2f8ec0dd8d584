// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/clock/clock_watch.h"

#include <QByteArray>
#include <QHash>

#include <map>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace pc::platform {

/// How many issued access tokens are still alive, per credential and generation: a fact shown before a
/// revocation. Counted in memory since the service started; tokens live 15 minutes at most, so after that
/// long the figure is exact. Thread-safe. Bounded: one number per generation and second of expiry.
class LiveTokens
{
public:
    void issued(const QByteArray &id16, int generation, Instant expiresAt, Moment now);
    /// One of them was revoked by itself.
    void ended(const QByteArray &id16, int generation, Instant expiresAt);

    [[nodiscard]] qint64 count(const QByteArray &id16, int generation, Instant now) const;
    /// Over all generations.
    [[nodiscard]] qint64 count(const QByteArray &id16, Instant now) const;

private:
    using Seconds = std::chrono::time_point<std::chrono::system_clock, std::chrono::seconds>;
    using Expiries = std::map<Seconds, qint64>;

    void sweep(Instant now);

    mutable std::mutex m_mutex;
    QHash<QByteArray, std::map<int, Expiries>> m_tokens;
    std::optional<ClockWatch> m_clock; ///< a clock that is wrong for a while must not lose living tokens
    std::chrono::nanoseconds m_sweptAt{0};
};

} // namespace pc::platform
