// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include <array>
#include <memory>
#include <utility>

namespace pc::platform {

/// An immutable hash map that shares what did not change: a copy costs one pointer per shard, an update
/// copies one shard. So a policy of 100,000 credentials is changed by copying a few hundred pointers.
template <typename Key, typename Value>
class ShardedMap
{
public:
    [[nodiscard]] const Value *find(const Key &key) const
    {
        const auto &shard = m_shards[shardOf(key)];
        if (!shard)
            return nullptr;
        const auto it = shard->constFind(key);
        return it == shard->constEnd() ? nullptr : &*it;
    }

    [[nodiscard]] ShardedMap with(const Key &key, Value value) const
    {
        ShardedMap next = *this;
        next.insertInPlace(key, std::move(value));
        return next;
    }

    [[nodiscard]] ShardedMap without(const Key &key) const
    {
        ShardedMap next = *this;
        auto &shard = next.m_shards[shardOf(key)];
        if (shard && shard->contains(key)) {
            auto copy = std::make_shared<QHash<Key, Value>>(*shard);
            copy->remove(key);
            shard = std::move(copy);
        }
        return next;
    }

    /// Keeps the entries for which `keep(key, value)` holds; shards without a loss stay shared.
    template <typename Keep>
    [[nodiscard]] ShardedMap filtered(Keep keep) const
    {
        ShardedMap next = *this;
        for (auto &shard : next.m_shards) {
            if (!shard)
                continue;
            auto copy = std::make_shared<QHash<Key, Value>>();
            for (auto it = shard->constBegin(); it != shard->constEnd(); ++it) {
                if (keep(it.key(), it.value()))
                    copy->insert(it.key(), it.value());
            }
            if (copy->size() != shard->size())
                shard = std::move(copy);
        }
        return next;
    }

    template <typename Visit>
    void forEach(Visit visit) const
    {
        for (const auto &shard : m_shards) {
            if (!shard)
                continue;
            for (auto it = shard->constBegin(); it != shard->constEnd(); ++it)
                visit(it.key(), it.value());
        }
    }

    [[nodiscard]] qsizetype size() const
    {
        qsizetype total = 0;
        for (const auto &shard : m_shards)
            total += shard ? shard->size() : 0;
        return total;
    }

    /// Whether the shard that would hold `key` is one and the same object in both maps.
    [[nodiscard]] bool sharesShard(const ShardedMap &other, const Key &key) const
    {
        return m_shards[shardOf(key)] == other.m_shards[shardOf(key)];
    }

    /// Many entries at once, without a copy of a shard for each.
    template <typename Range, typename KeyOf>
    [[nodiscard]] static ShardedMap build(const Range &values, KeyOf keyOf)
    {
        std::array<std::shared_ptr<QHash<Key, Value>>, shardCount> shards;
        for (const Value &value : values) {
            const Key key = keyOf(value);
            auto &shard = shards[shardOf(key)];
            if (!shard)
                shard = std::make_shared<QHash<Key, Value>>();
            shard->insert(key, value);
        }
        ShardedMap map;
        for (std::size_t i = 0; i < shardCount; ++i)
            map.m_shards[i] = std::move(shards[i]);
        return map;
    }

private:
    static constexpr std::size_t shardCount = 256;

    [[nodiscard]] static std::size_t shardOf(const Key &key) { return qHash(key, 0x5bd1e995U) % shardCount; }

    void insertInPlace(const Key &key, Value value)
    {
        auto &shard = m_shards[shardOf(key)];
        auto copy =
            shard ? std::make_shared<QHash<Key, Value>>(*shard) : std::make_shared<QHash<Key, Value>>();
        copy->insert(key, std::move(value));
        shard = std::move(copy);
    }

    std::array<std::shared_ptr<const QHash<Key, Value>>, shardCount> m_shards;
};

} // namespace pc::platform
