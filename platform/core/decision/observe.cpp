// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/decision/observe.h"

#include "contract/rules/api_rules.h"
#include "contract/rules/text_rule.h"
#include "platform/core/catalogue/route_catalogue.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestShape = 200;
constexpr qsizetype longestWord = 32;

bool isWord(const QString &segment)
{
    return segment.size() <= longestWord &&
           std::none_of(segment.begin(), segment.end(), [](QChar c) { return c.isDigit() || !c.isPrint(); });
}

/// "v1" names a version, and no thing.
bool isVersion(const QString &segment)
{
    return segment.size() >= 2 && segment.size() <= 4 && segment.at(0) == u'v' &&
           std::all_of(segment.begin() + 1, segment.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

const ObservationRule *observationOf(const Policy &policy, const DecisionRequest &request,
                                     const Decision &decision, Instant now)
{
    const QList<ObservationRule> &rules = policy.observations();
    if (rules.isEmpty())
        return nullptr;
    const Api *api = policy.catalogue().apiAt(QString::fromLatin1(request.host), decision.path);
    const auto isMet = [&](const ObservationRule &rule) {
        if (now >= rule.until)
            return false;
        switch (rule.kind) {
        case ObservationKind::Api:
            return api != nullptr && api->id == rule.target;
        case ObservationKind::Routes:
            return api != nullptr && api->id == rule.target && !decision.path.isEmpty() &&
                   pc::rules::isBelow(rule.pathPrefix, decision.path);
        case ObservationKind::Gateway:
            return request.gateway && request.gateway->name == rule.target;
        case ObservationKind::Partner:
            return !decision.partnerId.isEmpty() && decision.partnerId == rule.target;
        case ObservationKind::Unknown:
            break;
        }
        return false;
    };
    const auto found = std::find_if(rules.begin(), rules.end(), isMet);
    return found == rules.end() ? nullptr : &*found;
}

QString shapeOfCall(const QString &method, const QString &path)
{
    QStringList segments = path.split(u'/');
    for (QString &each : segments) {
        if (!each.isEmpty() && !isWord(each) && !isVersion(each))
            each = u"{…}"_s;
    }
    return pc::rules::beginningOf(method + u' ' + segments.join(u'/'), longestShape);
}

} // namespace pc::platform
