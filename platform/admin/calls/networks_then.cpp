// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/networks_then.h"

#include "contract/rules/network.h"
#include "platform/admin/calls/log_values.h"
#include "platform/admin/calls/partner_rules_made.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// "203.0.113.0/24 from … until … (note)", as events have a line (domain/network_changes.h).
struct Line
{
    QString network;
    std::optional<QDateTime> from;
    std::optional<QDateTime> until;
};

std::optional<QDateTime> timeBehind(const QStringList &words, const QString &word)
{
    const qsizetype at = words.indexOf(word);
    if (at < 0 || at + 1 >= words.size())
        return std::nullopt;
    const QDateTime time = QDateTime::fromString(words.at(at + 1), Qt::ISODate);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

/// "until …: reason", as events have a waiver.
std::optional<QDateTime> waiverEnd(const QString &text)
{
    QStringList words = text.split(u' ');
    if (words.size() > 1 && words.at(1).endsWith(u':'))
        words[1].chop(1);
    return timeBehind(words, u"until"_s);
}

Line networkLine(const QString &text)
{
    const QStringList words = text.section(u" ("_s, 0, 0).split(u' ');
    return {words.constFirst(), timeBehind(words, u"from"_s), timeBehind(words, u"until"_s)};
}

bool holdsSource(const Line &line, const pc::rules::Address &source, const QDateTime &at)
{
    const auto network = pc::rules::networkOf(line.network);
    return network && network->network.contains(source) && (!line.from || *line.from <= at) &&
           (!line.until || at < *line.until);
}

} // namespace

NetworksThen networksThen(Tx &tx, const CallRecord &call)
{
    NetworksThen then;
    const QByteArray text = call.source.toLatin1();
    const auto source = pc::rules::addressOf({text.constData(), static_cast<std::size_t>(text.size())});
    const auto stood = [&](const QString &list) {
        return log_values::list(tx, call.partnerId, call.auditSize, list);
    };
    const auto look = [&](const QString &name, const QStringList &lines) {
        QStringList networks;
        QString holding;
        for (const QString &each : lines) {
            const Line line = networkLine(each);
            networks.append(line.network);
            if (source && holding.isEmpty() && holdsSource(line, *source, call.at))
                holding = line.network;
        }
        if (holding.isEmpty())
            then.refusing.append(name);
        else
            then.holding = holding;
        if (!then.networks || holding.isEmpty())
            then.networks = networks;
    };
    const QString ofRealm = networkListOf(call.realm);
    const std::optional<QStringList> realm = stood(ofRealm);
    if (realm && !realm->isEmpty()) {
        look(ofRealm, *realm);
    } else if (call.realm == Realm::Production) {
        const QStringList waiver = stood(u"waiver"_s).value_or(QStringList());
        if (!waiver.isEmpty())
            then.waiverUntil = waiverEnd(waiver.constFirst());
        if (!then.waiverUntil || *then.waiverUntil <= call.at)
            then.refusing.append(ofRealm);
        if (realm)
            then.networks = realm;
    }
    const QString own = u"credentials."_s + call.credentialId;
    if (const auto narrowed = stood(own); narrowed && !narrowed->isEmpty())
        look(own, *narrowed);
    return then;
}

} // namespace pc::platform
