// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/policy/legacy_index.h"

#include <algorithm>

namespace pc::platform {

const std::map<LegacyWay, int> *LegacyIndex::waysOf(const QByteArray &header) const
{
    const auto found = m_ways.find(header);
    return found == m_ways.end() ? nullptr : &found->second;
}

std::set<int> LegacyIndex::pepperVersions() const
{
    std::set<int> versions;
    for (const auto &[header, ways] : m_ways) {
        for (const auto &[way, count] : ways)
            versions.insert(way.pepperVersion);
    }
    return versions;
}

std::set<QByteArray> LegacyIndex::hmacKeys() const
{
    std::set<QByteArray> names;
    for (const auto &[header, ways] : m_ways) {
        for (const auto &[way, count] : ways) {
            if (way.scheme == KeyScheme::HmacSha256)
                names.insert(way.hmacKey);
        }
    }
    return names;
}

LegacyIndex LegacyIndex::with(const QByteArray &id16, const LegacyRule &rule) const
{
    LegacyIndex next = *this;
    next.m_ids = m_ids.with(rule.lookup, id16);
    ++next.m_ways[rule.header][wayOf(rule)];
    next.nameHeaders();
    return next;
}

LegacyIndex LegacyIndex::without(const QByteArray &id16, const LegacyRule &rule) const
{
    LegacyIndex next = *this;
    const QByteArray *held = m_ids.find(rule.lookup);
    if (held != nullptr && *held == id16)
        next.m_ids = m_ids.without(rule.lookup);
    const auto header = next.m_ways.find(rule.header);
    if (header == next.m_ways.end())
        return next;
    const auto way = header->second.find(wayOf(rule));
    if (way != header->second.end() && --way->second <= 0)
        header->second.erase(way);
    if (header->second.empty())
        next.m_ways.erase(header);
    next.nameHeaders();
    return next;
}

void LegacyIndex::nameHeaders()
{
    m_names.clear();
    for (const auto &[header, ways] : m_ways) {
        const qsizetype space = header.indexOf(' ');
        const QByteArray name = space < 0 ? header : header.first(space);
        if (std::find(m_names.begin(), m_names.end(), name) == m_names.end())
            m_names.push_back(name);
    }
}

} // namespace pc::platform
