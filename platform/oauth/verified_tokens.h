// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/presented.h"

#include <QByteArray>
#include <QHash>

#include <array>
#include <memory>
#include <mutex>

namespace pc::platform {

/// The claims of tokens whose signature held, by the SHA-256 of their whole text: a token that calls again is
/// not verified again, which is most of what a call with one costs. Only what can never change is remembered.
/// Whether the token is too old, denied, of a generation that ended, or narrowed is asked of the policy and
/// the clock at each call (core/decision/authenticate.h), and the text itself is not kept.
///
/// Belongs to one set of keys, and goes with it. Bounded: when a half is full it becomes the older one, and
/// what is in the older one and not asked for until then is forgotten. Thread-safe.
class VerifiedTokens
{
public:
    using Claims = std::shared_ptr<const TokenClaims>;
    static constexpr qsizetype most = 32'768; ///< about 600 bytes each

    explicit VerifiedTokens(qsizetype capacity = most);

    /// `digest`: 32 bytes. Null: not known.
    [[nodiscard]] Claims find(const QByteArray &digest);
    void keep(const QByteArray &digest, Claims claims);
    [[nodiscard]] qsizetype size() const;

private:
    static constexpr std::size_t shards = 16;
    struct Shard
    {
        mutable std::mutex mutex;
        QHash<QByteArray, Claims> newer;
        QHash<QByteArray, Claims> older;
    };
    [[nodiscard]] Shard &shardOf(const QByteArray &digest);
    void put(Shard &shard, const QByteArray &digest, const Claims &claims) const;

    const qsizetype m_half; // of a shard
    std::array<Shard, shards> m_shards;
};

} // namespace pc::platform
