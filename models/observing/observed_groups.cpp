// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observing/observed_groups.h"

#include "contract/types/enums.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace pc::models {

QString groupKey(const ObservedLine &line, ObservedBy by)
{
    switch (by) {
    case ObservedBy::Reason:
        return toText(line.reason);
    case ObservedBy::Partner:
        return line.partnerId;
    case ObservedBy::Route:
        return line.what;
    }
    return {};
}

QList<ObservedGroup> groupsOf(const QList<ObservedLine> &lines, ObservedBy by)
{
    QList<ObservedGroup> groups;
    QHash<QString, qsizetype> places;
    QList<QSet<QString>> partners;
    QList<QSet<QString>> routes;
    for (const ObservedLine &line : lines) {
        const QString key = groupKey(line, by);
        if (!places.contains(key)) {
            places.insert(key, groups.size());
            ObservedGroup group;
            group.key = key;
            if (by == ObservedBy::Reason)
                group.reason = line.reason;
            if (by == ObservedBy::Partner) {
                group.partnerId = line.partnerId;
                group.partnerName = line.partnerName;
            }
            if (by == ObservedBy::Route)
                group.what = line.what;
            groups.append(group);
            partners.append(QSet<QString>());
            routes.append(QSet<QString>());
        }
        const qsizetype at = places.value(key);
        ObservedGroup &group = groups[at];
        group.calls += line.calls;
        if (line.today == ObservedToday::Passes)
            group.passing += line.calls;
        if (by == ObservedBy::Route && group.scope.isEmpty())
            group.scope = line.scope;
        if (line.partnerId.isEmpty())
            group.fromStrangers = true;
        else
            partners[at].insert(line.partnerId);
        routes[at].insert(line.what);
        if (!group.lastAt.isValid() || line.lastAt > group.lastAt)
            group.lastAt = line.lastAt;
    }
    for (qsizetype i = 0; i < groups.size(); ++i) {
        groups[i].partners = static_cast<int>(partners.at(i).size());
        groups[i].routes = static_cast<int>(routes.at(i).size());
    }
    std::stable_sort(groups.begin(), groups.end(),
                     [](const ObservedGroup &a, const ObservedGroup &b) { return a.calls > b.calls; });
    return groups;
}

QList<ObservedLine> linesOf(const QList<ObservedLine> &lines, ObservedBy by, const QString &key)
{
    QList<ObservedLine> list;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(list),
                 [&](const ObservedLine &each) { return groupKey(each, by) == key; });
    return list;
}

QList<ObservedLine> stillRefused(const QList<ObservedLine> &lines)
{
    QList<ObservedLine> list;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(list),
                 [](const ObservedLine &each) { return each.today != ObservedToday::Passes; });
    return list;
}

qint64 callsOf(const QList<ObservedLine> &lines)
{
    return std::accumulate(lines.begin(), lines.end(), qint64(0),
                           [](qint64 sum, const ObservedLine &each) { return sum + each.calls; });
}

Mend mendOf(const ObservedLine &line)
{
    const bool known = !line.partnerId.isEmpty();
    switch (line.reason) {
    case DecisionReason::MissingScope:
    case DecisionReason::ResourceNotGranted:
        return known ? Mend::Scopes : Mend::None;
    case DecisionReason::RateLimited:
    case DecisionReason::QuotaExceeded:
        return known ? Mend::Limits : Mend::None;
    case DecisionReason::StageNotAllowed:
        return known ? Mend::Stage : Mend::None;
    case DecisionReason::NetworkNotAllowed:
        return known ? Mend::Networks : Mend::None;
    case DecisionReason::CredentialExpired:
    case DecisionReason::TokenExpired:
    case DecisionReason::TokenInvalid:
    case DecisionReason::WrongAudience:
        return known ? Mend::Credentials : Mend::None;
    case DecisionReason::UnknownRoute:
        return Mend::Catalogue;
    case DecisionReason::MissingCredential:
    case DecisionReason::MultipleCredentials:
    case DecisionReason::MalformedCredential:
    case DecisionReason::UnknownCredential:
        return known ? Mend::Credentials : Mend::Keys;
    default:
        return Mend::None;
    }
}

} // namespace pc::models
