// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/networks.h"
#include "platform/clock/clock.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace pc::platform {

/// Addresses that are let through, made once for many questions: asking allocates nothing.
class NetworkSet
{
public:
    /// Nothing is let through.
    NetworkSet() = default;
    explicit NetworkSet(const QList<pc::rules::NetworkSpan> &spans);

    /// Nullopt, a source that is no address, is let through only where nothing restricts.
    [[nodiscard]] bool allows(const std::optional<pc::rules::Address> &source, Instant now) const;
    /// Proof that this lets nothing through from `now` on that `wide` does not.
    [[nodiscard]] bool isWithin(const NetworkSet &wide, Instant now) const;
    bool operator==(const NetworkSet &) const = default;

private:
    struct Range
    {
        pc::rules::Address first;
        pc::rules::Address last;
        bool operator==(const Range &) const = default;
    };
    struct TimedRange
    {
        Range range;
        Instant from = Instant::min();
        Instant until = Instant::max();
        bool operator==(const TimedRange &) const = default;
    };
    [[nodiscard]] bool allows(const Range &range, Instant now) const;
    /// The one of m_always that holds it.
    [[nodiscard]] bool holds(const Range &range) const;

    QList<Range> m_always; ///< by address, disjoint
    QList<TimedRange> m_timed;
};

/// From where a partner's calls are let through (contract/rules/networks.h), as a decision needs it.
struct NetworkRule
{
    NetworkSet sandbox;
    NetworkSet production;
    QHash<QByteArray, NetworkSet> credentials; ///< by id16; what each is narrowed to besides
    bool operator==(const NetworkRule &) const = default;

    [[nodiscard]] bool allows(Realm realm, const QByteArray &id16,
                              const std::optional<pc::rules::Address> &source, Instant now) const;
    [[nodiscard]] bool isWithin(const NetworkRule &wide, Instant now) const;
};
[[nodiscard]] NetworkRule networkRuleOf(const NetworkRules &rules);

} // namespace pc::platform
