// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/decision/legacy_reader.h"

#include "contract/rules/legacy_keys.h"
#include "platform/core/secrets/legacy_lookup.h"

namespace pc::platform {

Presented LegacyReader::read(const Policy &policy, const QByteArray &header, QByteArrayView text) const
{
    const auto *ways = policy.legacyKeys().waysOf(header);
    if (ways == nullptr || text.size() < pc::rules::shortestLegacyKey ||
        text.size() > pc::rules::longestLegacyKey)
        return presented::Malformed{};
    LegacyTrace found;
    trace(policy, header, text, found);
    presented::Legacy key;
    key.header = header;
    key.text = Secret::copyOf(text);
    key.lookups = std::move(found.lookups);
    key.prefixes = std::move(found.prefixes);
    return key;
}

void LegacyReader::trace(const Policy &policy, const QByteArray &header, QByteArrayView text,
                         LegacyTrace &trace) const
{
    const auto *ways = policy.legacyKeys().waysOf(header);
    if (ways == nullptr)
        return;
    for (const auto &[way, count] : *ways) {
        const bool slow = way.scheme == KeyScheme::Bcrypt;
        if (slow && way.prefixLength <= text.size())
            trace.prefixes.push_back(
                legacy::prefixOf(m_peppers, way.pepperVersion, header, text.first(way.prefixLength)));
        // What a bcrypt key is found by once it was used: that may be while this call is on its way.
        const KeyScheme scheme = slow ? KeyScheme::Sha256 : way.scheme;
        if (const auto digest = legacy::digestOf(scheme, m_keys.find(way.hmacKey), text))
            trace.lookups.push_back(
                legacy::lookupOf(m_peppers, way.pepperVersion, header, scheme, way.hmacKey, *digest));
    }
}

LegacyTrace LegacyReader::trace(const Policy &policy, QByteArrayView text) const
{
    LegacyTrace found;
    for (const auto &[header, ways] : policy.legacyKeys().ways())
        trace(policy, header, text, found);
    return found;
}

} // namespace pc::platform
