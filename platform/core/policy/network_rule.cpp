// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/policy/network_rule.h"

#include "platform/core/policy/policy.h"

#include <algorithm>

namespace pc::platform {

using pc::rules::Address;

NetworkSet::NetworkSet(const QList<pc::rules::NetworkSpan> &spans)
{
    for (const pc::rules::NetworkSpan &span : spans) {
        const Range range{span.network.first, span.network.last()};
        if (!span.from && !span.until)
            m_always.append(range);
        else
            m_timed.append({range, span.from ? instantOf(*span.from) : Instant::min(),
                            span.until ? instantOf(*span.until) : Instant::max()});
    }
    // Networks lie apart or one in another, so what is left after the widest of each place is disjoint.
    std::sort(m_always.begin(), m_always.end(), [](const Range &a, const Range &b) {
        return a.first != b.first ? a.first < b.first : b.last < a.last;
    });
    QList<Range> widest;
    for (const Range &range : std::as_const(m_always)) {
        if (widest.isEmpty() || widest.constLast().last < range.first)
            widest.append(range);
    }
    m_always = widest;
}

bool NetworkSet::holds(const Range &range) const
{
    const auto behind =
        std::upper_bound(m_always.begin(), m_always.end(), range.first,
                         [](const Address &at, const Range &each) { return at < each.first; });
    return behind != m_always.begin() && range.last <= std::prev(behind)->last;
}

bool NetworkSet::allows(const Range &range, Instant now) const
{
    return holds(range) || std::any_of(m_timed.begin(), m_timed.end(), [&](const TimedRange &each) {
               return each.from <= now && now < each.until && each.range.first <= range.first &&
                      range.last <= each.range.last;
           });
}

bool NetworkSet::allows(const std::optional<Address> &source, Instant now) const
{
    if (source)
        return allows(Range{*source, *source}, now);
    const auto all = [](bool isV6) {
        const pc::rules::Network network = pc::rules::networkAround({isV6, 0, 0}, 0);
        return Range{network.first, network.last()};
    };
    return allows(all(false), now) && allows(all(true), now);
}

bool NetworkSet::isWithin(const NetworkSet &wide, Instant now) const
{
    const auto covers = [&](const TimedRange &inner) {
        return wide.holds(inner.range) ||
               std::any_of(wide.m_timed.begin(), wide.m_timed.end(), [&](const TimedRange &outer) {
                   return outer.range.first <= inner.range.first && inner.range.last <= outer.range.last &&
                          (outer.from <= now || outer.from <= inner.from) && inner.until <= outer.until;
               });
    };
    return std::all_of(m_always.begin(), m_always.end(),
                       [&](const Range &range) { return covers({range}); }) &&
           std::all_of(m_timed.begin(), m_timed.end(),
                       [&](const TimedRange &each) { return each.until <= now || covers(each); });
}

bool NetworkRule::allows(Realm realm, const QByteArray &id16, const std::optional<Address> &source,
                         Instant now) const
{
    const NetworkSet &ofRealm = realm == Realm::Sandbox ? sandbox : production;
    if (!ofRealm.allows(source, now))
        return false;
    const auto own = credentials.constFind(id16);
    return own == credentials.constEnd() || own->allows(source, now);
}

bool NetworkRule::isWithin(const NetworkRule &wide, Instant now) const
{
    if (!sandbox.isWithin(wide.sandbox, now) || !production.isWithin(wide.production, now))
        return false;
    for (auto other = wide.credentials.begin(); other != wide.credentials.end(); ++other) {
        const auto own = credentials.constFind(other.key());
        if (own == credentials.constEnd() || !own->isWithin(*other, now))
            return false;
    }
    return true;
}

NetworkRule networkRuleOf(const NetworkRules &rules)
{
    NetworkRule rule;
    rule.sandbox = NetworkSet(pc::rules::spansOf(rules, Realm::Sandbox));
    rule.production = NetworkSet(pc::rules::spansOf(rules, Realm::Production));
    for (const CredentialNetworks &each : rules.credentials)
        rule.credentials.insert(id16Of(each.credentialId), NetworkSet(pc::rules::spansOf(each.entries)));
    return rule;
}

} // namespace pc::platform
