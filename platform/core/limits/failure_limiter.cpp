// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/limits/failure_limiter.h"

#include "contract/rules/network.h"

#include <QHash>

#include <algorithm>

namespace pc::platform {

std::size_t FailureLimiter::keyOf(const QByteArray &source, const QByteArray &id)
{
    if (source.contains(':')) {
        const auto address =
            pc::rules::addressOf({source.constData(), static_cast<std::size_t>(source.size())});
        if (address && address->isV6)
            return qHashMulti(QHashSeed::globalSeed(), pc::rules::callerOf(*address).first.high, id);
    }
    return qHashMulti(QHashSeed::globalSeed(), source, id);
}

std::chrono::nanoseconds FailureLimiter::blockedFor(const QByteArray &source, const QByteArray &id,
                                                    Moment now) const
{
    const std::size_t key = keyOf(source, id);
    const Shard &shard = m_shards[key % shardCount];
    const std::lock_guard lock(shard.mutex);
    const auto it = shard.entries.find(key);
    const std::chrono::nanoseconds until = it == shard.entries.end() ? now.steady : it->second.blockedUntil;
    return std::max(until - now.steady, std::chrono::nanoseconds::zero());
}

void FailureLimiter::failed(const QByteArray &source, const QByteArray &id, Moment now)
{
    const std::size_t key = keyOf(source, id);
    Shard &shard = m_shards[key % shardCount];
    const std::lock_guard lock(shard.mutex);
    if (shard.entries.size() >= mostPerShard && shard.entries.count(key) == 0) {
        std::erase_if(shard.entries, [&](const auto &item) {
            return item.second.windowEnds <= now.steady && item.second.blockedUntil <= now.steady;
        });
        // Nobody lifts a block by failing often with other ids.
        if (shard.entries.size() >= mostPerShard)
            std::erase_if(shard.entries,
                          [&](const auto &item) { return item.second.blockedUntil <= now.steady; });
        if (shard.entries.size() >= mostPerShard)
            shard.entries.clear();
    }
    Entry &entry = shard.entries[key];
    if (entry.blockedUntil > now.steady)
        return; // nothing was looked at, so nothing failed: a block is not renewed by knocking
    if (entry.windowEnds <= now.steady)
        entry = {.windowEnds = now.steady + window};
    if (++entry.failures >= allowedFailures)
        entry = {.blockedUntil = now.steady + blockTime};
}

void FailureLimiter::succeeded(const QByteArray &source, const QByteArray &id)
{
    const std::size_t key = keyOf(source, id);
    Shard &shard = m_shards[key % shardCount];
    const std::lock_guard lock(shard.mutex);
    shard.entries.erase(key);
}

std::size_t FailureLimiter::entryCount() const
{
    std::size_t total = 0;
    for (const Shard &shard : m_shards) {
        const std::lock_guard lock(shard.mutex);
        total += shard.entries.size();
    }
    return total;
}

} // namespace pc::platform
