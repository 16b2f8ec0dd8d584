// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/field_fault.h"
#include "contract/rules/network.h"
#include "contract/types/networks.h"

#include <optional>

/// Allow-lists: what is said about their lines, what they let through, and which of two lets through more.
/// Asked by decisions, by the service's checks and by the console's editor alike. Pure.
namespace pc::rules {

/// A waiver ends so many days after it was recorded, at the latest.
inline constexpr int longestWaiverDays = 90;
/// Shorter prefixes are warned of.
inline constexpr int widestV4 = 8;
inline constexpr int widestV6 = 16;

/// What there is to say about a line. Up to Repeated it is refused.
enum class NetworkFinding {
    Unreadable,
    HostBits,   ///< bits beyond the prefix: `proposal` is without them
    Everything, ///< a prefix of 0
    Most,       ///< it belongs to ranges that hold half of all addresses or more together, at whatever times
    NoSource,   ///< no call can come from there
    Repeated,   ///< the same as line `other`, which stands before it
    Within,     ///< line `other` holds all of it, at all its times
    Special,    ///< `use`; of a list of production
    Wide,       ///< wider than widestV4, widestV6
    Ended,      ///< not in force any more
    NotYet,     ///< not in force yet
    Mapped,     ///< IPv4 written as IPv6: `proposal` is IPv4
};
[[nodiscard]] constexpr bool isRefused(NetworkFinding finding)
{
    return finding <= NetworkFinding::Repeated;
}

struct NetworkRemark
{
    qsizetype line = 0;
    NetworkFinding finding = NetworkFinding::Unreadable;
    qsizetype other = -1;
    QString proposal = {}; ///< what would mend it, as the list holds it
    SpecialUse use = SpecialUse::None;
    bool operator==(const NetworkRemark &) const = default;
};
/// In the order of the lines, the gravest first. `realm`: whose list it is.
[[nodiscard]] QList<NetworkRemark> remarksOn(const QList<NetworkEntry> &list, Realm realm,
                                             const QDateTime &now);

/// Every network as it is stored: with its prefix, IPv4 as IPv4. What cannot be read, or has host bits,
/// stays.
[[nodiscard]] QList<NetworkEntry> settledNetworks(QList<NetworkEntry> list);
[[nodiscard]] NetworkRulesEdit settledNetworks(NetworkRulesEdit edit);

/// Addresses that are let through, and when.
struct NetworkSpan
{
    Network network;
    std::optional<QDateTime> from;
    std::optional<QDateTime> until;
    bool operator==(const NetworkSpan &) const = default;
};
/// What nothing restricts.
[[nodiscard]] QList<NetworkSpan> fromAnywhere();
/// Of one list as it stands; what cannot be read lets nothing through.
[[nodiscard]] QList<NetworkSpan> spansOf(const QList<NetworkEntry> &list);
/// Of a realm: its list, or what an empty one means there.
[[nodiscard]] QList<NetworkSpan> spansOf(const NetworkRules &rules, Realm realm);
[[nodiscard]] bool isInForce(const NetworkSpan &span, const QDateTime &now);
[[nodiscard]] bool allows(const QList<NetworkSpan> &spans, const Address &source, const QDateTime &now);
/// Of a call: the realm, and what the credential is narrowed to. A source that is no address is let through
/// only where nothing restricts.
[[nodiscard]] bool allows(const NetworkRules &rules, Realm realm, const QString &credentialId,
                          const QString &source, const QDateTime &now);

/// Whether `narrow` lets nothing through from `now` on that `wide` does not; only what one line shows is
/// seen, so that two halves are not taken for the whole.
[[nodiscard]] bool isWithin(const QList<NetworkSpan> &narrow, const QList<NetworkSpan> &wide,
                            const QDateTime &now);
[[nodiscard]] bool isWithin(const NetworkRules &narrow, const NetworkRules &wide, const QDateTime &now);

/// Production can be called at all: the gate of its stages.
[[nodiscard]] bool hasNetworks(const NetworkRules &rules, const QDateTime &now);
[[nodiscard]] bool isInForce(const NetworkWaiver &waiver, const QDateTime &now);
/// Why a waiver cannot end when it says: InThePast or TooFarAhead; one that is recorded already stays.
[[nodiscard]] std::optional<FieldFault>
waiverFault(const NetworkWaiver &waiver, const std::optional<NetworkWaiver> &recorded, const QDateTime &now);

[[nodiscard]] NetworkRulesEdit editOf(const NetworkRules &rules);
/// The rules that an edit leads to; version, time and person stay.
[[nodiscard]] NetworkRules edited(NetworkRules rules, const NetworkRulesEdit &edit);
/// Whether the edit lets anything through that the rules do not, or waives more.
[[nodiscard]] bool widens(const NetworkRules &before, const NetworkRulesEdit &edit, const QDateTime &now);
/// Whether it does, or lets anything through no more, or waives less: power that is given or taken needs a
/// reason. Notes, and lines that another one holds, do not.
[[nodiscard]] bool changesReach(const NetworkRules &before, const NetworkRulesEdit &edit,
                                const QDateTime &now);

} // namespace pc::rules
