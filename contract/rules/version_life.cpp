// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/version_life.h"

#include "contract/rules/api_rules.h"

#include <algorithm>

namespace pc::rules {

namespace {

std::optional<QDateTime> earlier(const std::optional<QDateTime> &a, const std::optional<QDateTime> &b)
{
    if (!a || !b)
        return a ? a : b;
    return std::min(*a, *b);
}

} // namespace

Ending endingOf(const Route &route, const ApiVersion *version)
{
    if (version == nullptr)
        return {route.deprecatedAt, route.sunsetAt};
    return {earlier(route.deprecatedAt, version->deprecatedAt), earlier(route.sunsetAt, version->sunsetAt)};
}

bool isOf(const ApiVersion &version, const Route &route)
{
    return version.apiId == route.apiId && isBelow(version.pathPrefix, route.pathTemplate);
}

const ApiVersion *versionOf(const QList<ApiVersion> &versions, const Route &route)
{
    const auto found = std::find_if(versions.begin(), versions.end(),
                                    [&route](const ApiVersion &each) { return isOf(each, route); });
    return found == versions.end() ? nullptr : &*found;
}

bool hasEnded(const std::optional<QDateTime> &sunsetAt, const QDateTime &now)
{
    return sunsetAt && *sunsetAt <= now;
}

VersionState stateOf(const ApiVersion &version, const QDateTime &now)
{
    if (hasEnded(version.sunsetAt, now))
        return VersionState::Ended;
    const bool deprecated = version.sunsetAt || (version.deprecatedAt && *version.deprecatedAt <= now);
    return deprecated ? VersionState::Deprecated : VersionState::Current;
}

bool asksForAttention(const ApiVersion &version, const QDateTime &now)
{
    return version.partners30d > 0 && version.sunsetAt && !hasEnded(version.sunsetAt, now) &&
           *version.sunsetAt <= now.addDays(sunsetSoonDays);
}

std::optional<FieldFault> sunsetFault(const ApiVersionDraft &draft, const ApiVersion *before,
                                      const QDateTime &now)
{
    if (!draft.sunsetAt)
        return {};
    const bool isNew = before == nullptr || before->sunsetAt != draft.sunsetAt;
    if (isNew && *draft.sunsetAt <= now)
        return FieldFault::InThePast;
    if (draft.deprecatedAt && *draft.sunsetAt < *draft.deprecatedAt)
        return FieldFault::BeforeStart;
    return {};
}

} // namespace pc::rules
