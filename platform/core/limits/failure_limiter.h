// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/clock/clock.h"

#include <QByteArray>

#include <array>
#include <mutex>
#include <unordered_map>

namespace pc::platform {

/// Slows guessing: after `allowedFailures` wrong secrets within `window`, a source is not listened to for
/// that credential id for `blockTime`. Source and id together, never the id alone: an id is public, and a
/// stranger's failures must not lock a partner out. Of IPv6 a source is its network of 64 bits. Tries during
/// a block do not renew it. Thread-safe and bounded: a full shard forgets what is over, then what is not
/// blocked, then everything.
class FailureLimiter
{
public:
    static constexpr int allowedFailures = 10;
    static constexpr std::chrono::seconds window{60};
    static constexpr std::chrono::seconds blockTime{60};
    static constexpr std::size_t mostPerShard = 4096;

    /// Time until this pair is listened to again; zero when it is now.
    [[nodiscard]] std::chrono::nanoseconds blockedFor(const QByteArray &source, const QByteArray &id,
                                                      Moment now) const;
    void failed(const QByteArray &source, const QByteArray &id, Moment now);
    void succeeded(const QByteArray &source, const QByteArray &id);

    [[nodiscard]] std::size_t entryCount() const;

private:
    struct Entry
    {
        int failures = 0;
        std::chrono::nanoseconds windowEnds{0};
        std::chrono::nanoseconds blockedUntil{0};
    };
    struct alignas(64) Shard
    {
        mutable std::mutex mutex;
        std::unordered_map<std::size_t, Entry> entries; // keyed by a seeded 64-bit hash of the pair
    };
    static constexpr std::size_t shardCount = 16;

    [[nodiscard]] static std::size_t keyOf(const QByteArray &source, const QByteArray &id);

    std::array<Shard, shardCount> m_shards;
};

} // namespace pc::platform
