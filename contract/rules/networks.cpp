// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/networks.h"

#include <QSet>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace pc::rules {

using namespace Qt::StringLiterals;

namespace {

using Finding = NetworkFinding;

/// The window of `inner` lies within that of `outer`, from `now` on.
bool isWindowWithin(const NetworkSpan &inner, const NetworkSpan &outer, const QDateTime &now)
{
    const bool begins = !outer.from || *outer.from <= now || (inner.from && *outer.from <= *inner.from);
    const bool ends = !outer.until || (inner.until && *inner.until <= *outer.until);
    return begins && ends;
}

bool isOver(const NetworkSpan &span, const QDateTime &now)
{
    return span.until && *span.until <= now;
}

bool isHeld(const NetworkSpan &inner, const NetworkSpan &outer, const QDateTime &now)
{
    return outer.network.contains(inner.network) && isWindowWithin(inner, outer, now);
}

NetworkSpan spanOf(const NetworkEntry &entry, const Network &network)
{
    return {network, entry.from, entry.until};
}

bool isTooWide(const Network &network)
{
    return network.prefix < (network.first.isV6 ? widestV6 : widestV4);
}

/// Addresses that calls come from, in parts: of IPv4 all below multicast, by addresses; of IPv6 the blocks
/// that the registries give addresses out of, by networks of 64 bits. 2000::/3 would be a false measure: most
/// of it is nobody's. (IANA, "IPv6 Global Unicast Address Assignments", as of 2025: beside these there are
/// some of a sixteenth and less, nearly all in 2001::/16.)
struct Space
{
    QList<Network> blocks;
    int partBits; ///< prefix of a part

    [[nodiscard]] quint64 partsOf(const Network &network) const
    {
        quint64 parts = 0;
        for (const Network &block : blocks) {
            const bool isAround = network.contains(block);
            if (isAround || block.contains(network))
                parts += partsWithin(isAround ? block : network);
        }
        return parts;
    }
    [[nodiscard]] quint64 parts() const
    {
        return std::accumulate(
            blocks.begin(), blocks.end(), quint64{0},
            [this](quint64 sum, const Network &block) { return sum + partsWithin(block); });
    }

private:
    [[nodiscard]] quint64 partsWithin(const Network &network) const
    {
        return network.prefix <= partBits ? quint64{1} << (partBits - network.prefix) : 0;
    }
};

QList<Network> blocksV6()
{
    QList<Network> blocks;
    for (const quint64 begins : {0x2400, 0x2410, 0x2600, 0x2630, 0x2800, 0x2a00, 0x2a10, 0x2c00})
        blocks.append(networkAround({true, begins << 48, 0}, 12));
    return blocks;
}

QList<Network> blocksV4()
{
    QList<Network> blocks;
    for (const auto &[begins, prefix] : {std::pair(0x00, 1), std::pair(0x80, 2), std::pair(0xc0, 3)})
        blocks.append(networkAround({false, 0, quint64(begins) << 24}, prefix));
    return blocks;
}

const Space &spaceOf(bool isV6)
{
    static const Space v6{blocksV6(), 64};
    static const Space v4{blocksV4(), 32};
    return isV6 ? v6 : v4;
}

/// The fewest lines that together hold half of the addresses there are; none when all of them do not. Two
/// networks have nothing in common, or one lies within the other.
QSet<qsizetype> mostOfAll(const QList<std::optional<NetworkText>> &lines, bool isV6)
{
    const Space &space = spaceOf(isV6);
    struct Share
    {
        qsizetype line;
        quint64 parts;
        int prefix;
    };
    QList<Share> largestFirst;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!lines.at(i) || lines.at(i)->hasHost || lines.at(i)->network.first.isV6 != isV6)
            continue;
        const Network &network = lines.at(i)->network;
        if (const quint64 parts = space.partsOf(network); parts > 0)
            largestFirst.append({i, parts, network.prefix});
    }
    std::stable_sort(largestFirst.begin(), largestFirst.end(), [](const Share &a, const Share &b) {
        return std::tuple(b.parts, a.prefix) < std::tuple(a.parts, b.prefix);
    });
    QSet<qsizetype> taken;
    quint64 parts = 0;
    for (const Share &share : std::as_const(largestFirst)) {
        const Network &network = lines.at(share.line)->network;
        const bool isHeld = std::any_of(taken.begin(), taken.end(), [&](qsizetype other) {
            return lines.at(other)->network.contains(network);
        });
        if (isHeld)
            continue;
        taken.insert(share.line);
        parts += share.parts;
        if (parts >= space.parts() / 2)
            return taken;
    }
    return {};
}

/// Remarks on a list, line by line.
class Reader
{
public:
    Reader(const QList<NetworkEntry> &list, Realm realm, const QDateTime &now)
        : m_list(list), m_realm(realm), m_now(now)
    {
        m_read.reserve(list.size());
        for (const NetworkEntry &entry : list)
            m_read.append(networkOf(entry.network));
        m_most = mostOfAll(m_read, false) + mostOfAll(m_read, true);
    }

    QList<NetworkRemark> take()
    {
        for (qsizetype i = 0; i < m_list.size(); ++i)
            line(i);
        return std::move(m_remarks);
    }

private:
    void say(qsizetype line, Finding finding, qsizetype other = -1, const QString &proposal = {},
             SpecialUse use = SpecialUse::None)
    {
        m_remarks.append({line, finding, other, proposal, use});
    }

    void line(qsizetype i)
    {
        const std::optional<NetworkText> &read = m_read.at(i);
        if (!read)
            return say(i, Finding::Unreadable);
        const Network &network = read->network;
        if (network.prefix == 0)
            return say(i, Finding::Everything);
        if (read->hasHost)
            return say(i, Finding::HostBits, -1, toText(network));
        if (m_most.contains(i))
            return say(i, Finding::Most);
        const SpecialUse use = specialUseOf(network);
        if (use == SpecialUse::NoSource)
            return say(i, Finding::NoSource);
        if (const qsizetype other = repeatedBefore(i); other >= 0)
            return say(i, Finding::Repeated, other);
        if (const qsizetype other = holderOf(i); other >= 0)
            say(i, Finding::Within, other);
        if (use != SpecialUse::None && m_realm == Realm::Production)
            say(i, Finding::Special, -1, {}, use);
        if (isTooWide(network))
            say(i, Finding::Wide);
        const NetworkSpan span = spanOf(m_list.at(i), network);
        if (isOver(span, m_now))
            say(i, Finding::Ended);
        else if (span.from && m_now < *span.from)
            say(i, Finding::NotYet);
        if (read->isMapped)
            say(i, Finding::Mapped, -1, toText(network));
    }

    [[nodiscard]] qsizetype repeatedBefore(qsizetype i) const
    {
        for (qsizetype j = 0; j < i; ++j) {
            if (m_read.at(j) && m_read.at(j)->network == m_read.at(i)->network)
                return j;
        }
        return -1;
    }

    [[nodiscard]] qsizetype holderOf(qsizetype i) const
    {
        const NetworkSpan inner = spanOf(m_list.at(i), m_read.at(i)->network);
        for (qsizetype j = 0; j < m_list.size(); ++j) {
            const std::optional<NetworkText> &other = m_read.at(j);
            const bool wider = other && !other->hasHost && other->network.prefix > 0 &&
                               other->network.prefix < inner.network.prefix;
            if (wider && isHeld(inner, spanOf(m_list.at(j), other->network), m_now))
                return j;
        }
        return -1;
    }

    const QList<NetworkEntry> &m_list;
    const Realm m_realm;
    const QDateTime m_now;
    QList<std::optional<NetworkText>> m_read;
    QSet<qsizetype> m_most;
    QList<NetworkRemark> m_remarks;
};

bool allowsAll(const QList<NetworkSpan> &spans, const QDateTime &now)
{
    const QList<NetworkSpan> all = fromAnywhere();
    return std::all_of(all.begin(), all.end(), [&](const NetworkSpan &each) {
        return std::any_of(spans.begin(), spans.end(), [&](const NetworkSpan &span) {
            return isInForce(span, now) && span.network.contains(each.network);
        });
    });
}

const CredentialNetworks *listOf(const QList<CredentialNetworks> &lists, const QString &credentialId)
{
    const auto found =
        std::find_if(lists.begin(), lists.end(), [&credentialId](const CredentialNetworks &each) {
            return each.credentialId == credentialId;
        });
    return found == lists.end() ? nullptr : &*found;
}

} // namespace

QList<NetworkRemark> remarksOn(const QList<NetworkEntry> &list, Realm realm, const QDateTime &now)
{
    return Reader(list, realm, now).take();
}

QList<NetworkEntry> settledNetworks(QList<NetworkEntry> list)
{
    for (NetworkEntry &entry : list) {
        const auto read = networkOf(entry.network);
        if (read && !read->hasHost)
            entry.network = toText(read->network);
    }
    return list;
}

NetworkRulesEdit settledNetworks(NetworkRulesEdit edit)
{
    edit.sandbox = settledNetworks(std::move(edit.sandbox));
    edit.production = settledNetworks(std::move(edit.production));
    for (CredentialNetworks &each : edit.credentials)
        each.entries = settledNetworks(std::move(each.entries));
    return edit;
}

QList<NetworkSpan> fromAnywhere()
{
    return {{networkAround({}, 0), {}, {}}, {networkAround({true, 0, 0}, 0), {}, {}}};
}

QList<NetworkSpan> spansOf(const QList<NetworkEntry> &list)
{
    QList<NetworkSpan> spans;
    for (const NetworkEntry &entry : list) {
        const auto read = networkOf(entry.network);
        if (read && !read->hasHost)
            spans.append(spanOf(entry, read->network));
    }
    return spans;
}

QList<NetworkSpan> spansOf(const NetworkRules &rules, Realm realm)
{
    if (realm == Realm::Sandbox)
        return rules.sandbox.isEmpty() ? fromAnywhere() : spansOf(rules.sandbox);
    if (realm != Realm::Production)
        return {};
    if (!rules.production.isEmpty() || !rules.waiver)
        return spansOf(rules.production);
    QList<NetworkSpan> waived = fromAnywhere();
    for (NetworkSpan &span : waived)
        span.until = rules.waiver->until;
    return waived;
}

bool isInForce(const NetworkSpan &span, const QDateTime &now)
{
    return (!span.from || *span.from <= now) && !isOver(span, now);
}

bool allows(const QList<NetworkSpan> &spans, const Address &source, const QDateTime &now)
{
    return std::any_of(spans.begin(), spans.end(), [&](const NetworkSpan &span) {
        return isInForce(span, now) && span.network.contains(source);
    });
}

bool allows(const NetworkRules &rules, Realm realm, const QString &credentialId, const QString &source,
            const QDateTime &now)
{
    const QByteArray text = source.toLatin1();
    const auto address = addressOf({text.constData(), static_cast<std::size_t>(text.size())});
    const auto lets = [&](const QList<NetworkSpan> &spans) {
        return address ? allows(spans, *address, now) : allowsAll(spans, now);
    };
    const CredentialNetworks *own = listOf(rules.credentials, credentialId);
    return lets(spansOf(rules, realm)) && (own == nullptr || lets(spansOf(own->entries)));
}

bool isWithin(const QList<NetworkSpan> &narrow, const QList<NetworkSpan> &wide, const QDateTime &now)
{
    return std::all_of(narrow.begin(), narrow.end(), [&](const NetworkSpan &span) {
        return isOver(span, now) || std::any_of(wide.begin(), wide.end(), [&](const NetworkSpan &outer) {
                   return isHeld(span, outer, now);
               });
    });
}

bool isWithin(const NetworkRules &narrow, const NetworkRules &wide, const QDateTime &now)
{
    const auto realm = [&](Realm each) { return isWithin(spansOf(narrow, each), spansOf(wide, each), now); };
    return realm(Realm::Sandbox) && realm(Realm::Production) &&
           std::all_of(wide.credentials.begin(), wide.credentials.end(), [&](const CredentialNetworks &each) {
               const CredentialNetworks *same = listOf(narrow.credentials, each.credentialId);
               return same != nullptr && isWithin(spansOf(same->entries), spansOf(each.entries), now);
           });
}

bool hasNetworks(const NetworkRules &rules, const QDateTime &now)
{
    const QList<NetworkSpan> spans = spansOf(rules, Realm::Production);
    return std::any_of(spans.begin(), spans.end(),
                       [&now](const NetworkSpan &span) { return isInForce(span, now); });
}

bool isInForce(const NetworkWaiver &waiver, const QDateTime &now)
{
    return now < waiver.until;
}

std::optional<FieldFault> waiverFault(const NetworkWaiver &waiver,
                                      const std::optional<NetworkWaiver> &recorded, const QDateTime &now)
{
    if (recorded && recorded->until == waiver.until)
        return {};
    if (!isInForce(waiver, now))
        return FieldFault::InThePast;
    return now.addDays(longestWaiverDays) < waiver.until ? std::optional(FieldFault::TooFarAhead)
                                                         : std::nullopt;
}

NetworkRulesEdit editOf(const NetworkRules &rules)
{
    return {rules.sandbox, rules.production, rules.waiver, rules.credentials, {}, {}};
}

NetworkRules edited(NetworkRules rules, const NetworkRulesEdit &edit)
{
    rules.sandbox = edit.sandbox;
    rules.production = edit.production;
    rules.waiver = edit.waiver;
    rules.credentials = edit.credentials;
    return rules;
}

bool widens(const NetworkRules &before, const NetworkRulesEdit &edit, const QDateTime &now)
{
    const bool waives = edit.waiver && isInForce(*edit.waiver, now) &&
                        (!before.waiver || before.waiver->until < edit.waiver->until);
    return waives || !isWithin(edited(before, edit), before, now);
}

bool changesReach(const NetworkRules &before, const NetworkRulesEdit &edit, const QDateTime &now)
{
    return widens(before, edit, now) || widens(edited(before, edit), editOf(before), now);
}

} // namespace pc::rules
