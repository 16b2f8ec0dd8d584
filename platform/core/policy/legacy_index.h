// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"
#include "platform/core/policy/sharded_map.h"

#include <QByteArray>

#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <vector>

namespace pc::platform {

/// How an imported key is found among what calls present (docs/adr/0180). Nothing in it is of use without the
/// pepper.
struct LegacyRule
{
    QByteArray header; ///< KeyHeader::key() of contract/rules/legacy_keys.h
    /// As it is checked: Sha256 of a bcrypt key that was used and hashed anew.
    KeyScheme scheme = KeyScheme::Unknown;
    QByteArray hmacKey;    ///< the name of the other system's key; of HmacSha256
    QByteArray lookup;     ///< 32 bytes (core/secrets/legacy_lookup.h): of its hash; of Bcrypt of its prefix
    int pepperVersion = 0; ///< of `lookup` and `box`
    int prefixLength = 0;  ///< characters; of Bcrypt
    QByteArray box;        ///< the hash itself, closed with the pepper; of Bcrypt
    bool operator==(const LegacyRule &) const = default;
};

/// What has to be computed of a presented key to look it up.
struct LegacyWay
{
    KeyScheme scheme = KeyScheme::Unknown;
    QByteArray hmacKey;
    int pepperVersion = 0;
    int prefixLength = 0;
    bool operator==(const LegacyWay &) const = default;
    bool operator<(const LegacyWay &other) const
    {
        return std::tie(scheme, hmacKey, pepperVersion, prefixLength) <
               std::tie(other.scheme, other.hmacKey, other.pepperVersion, other.prefixLength);
    }
};
[[nodiscard]] inline LegacyWay wayOf(const LegacyRule &rule)
{
    return {rule.scheme, rule.hmacKey, rule.pepperVersion, rule.prefixLength};
}

/// Imported keys by what calls present. Immutable, shares what did not change. Those that are over stay: the
/// refusal has their reason.
class LegacyIndex
{
public:
    [[nodiscard]] bool isEmpty() const { return m_ways.empty(); }
    /// Names of the headers in which keys are sent, in lower case, without the scheme of Authorization.
    [[nodiscard]] const std::vector<QByteArray> &headerNames() const { return m_names; }
    /// Nothing when no key is sent in this header.
    [[nodiscard]] const std::map<LegacyWay, int> *waysOf(const QByteArray &header) const;
    /// By header: what has to be computed, and for how many keys.
    [[nodiscard]] const std::map<QByteArray, std::map<LegacyWay, int>> &ways() const { return m_ways; }
    /// The credential that is found by it; nullptr for none.
    [[nodiscard]] const QByteArray *find(const QByteArray &lookup) const { return m_ids.find(lookup); }
    [[nodiscard]] std::set<int> pepperVersions() const;
    /// Names of other systems' keys that some hash was computed with.
    [[nodiscard]] std::set<QByteArray> hmacKeys() const;

    [[nodiscard]] LegacyIndex with(const QByteArray &id16, const LegacyRule &rule) const;
    [[nodiscard]] LegacyIndex without(const QByteArray &id16, const LegacyRule &rule) const;

private:
    void nameHeaders();

    ShardedMap<QByteArray, QByteArray> m_ids;              // lookup → id16
    std::map<QByteArray, std::map<LegacyWay, int>> m_ways; // by header: how many keys need it
    std::vector<QByteArray> m_names;
};

} // namespace pc::platform
