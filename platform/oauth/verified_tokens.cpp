// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/oauth/verified_tokens.h"

#include <algorithm>

namespace pc::platform {

VerifiedTokens::VerifiedTokens(qsizetype capacity)
    : m_half(std::max(capacity / static_cast<qsizetype>(2 * shards), qsizetype{1}))
{
}

VerifiedTokens::Shard &VerifiedTokens::shardOf(const QByteArray &digest)
{
    return m_shards[static_cast<unsigned char>(digest.front()) % shards];
}

VerifiedTokens::Claims VerifiedTokens::find(const QByteArray &digest)
{
    Shard &shard = shardOf(digest);
    const std::lock_guard lock(shard.mutex);
    const auto newer = shard.newer.constFind(digest);
    if (newer != shard.newer.constEnd())
        return *newer;
    Claims known = shard.older.take(digest);
    if (known)
        put(shard, digest, known);
    return known;
}

void VerifiedTokens::keep(const QByteArray &digest, Claims claims)
{
    Shard &shard = shardOf(digest);
    const std::lock_guard lock(shard.mutex);
    put(shard, digest, claims);
}

void VerifiedTokens::put(Shard &shard, const QByteArray &digest, const Claims &claims) const
{
    if (shard.newer.size() >= m_half) {
        shard.older = std::move(shard.newer);
        shard.newer.clear();
    }
    shard.newer.insert(digest, claims);
}

qsizetype VerifiedTokens::size() const
{
    qsizetype all = 0;
    for (const Shard &shard : m_shards) {
        const std::lock_guard lock(shard.mutex);
        all += shard.newer.size() + shard.older.size();
    }
    return all;
}

} // namespace pc::platform
