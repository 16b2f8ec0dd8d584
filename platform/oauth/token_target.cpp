// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/oauth/token_target.h"

#include "platform/core/catalogue/route_catalogue.h"

#include <algorithm>

namespace pc::platform {

namespace {

QStringList scopesOfApi(const Policy &policy, const QStringList &scopes, const QString &apiId)
{
    QStringList own;
    for (const QString &scope : scopes) {
        if (policy.apiOfScope(scope) == apiId)
            own.append(scope);
    }
    return own;
}

/// Nullptr: no API is meant, or more than one.
const Api *namedApi(const Policy &policy, const QString &resource, const QString &ownAudience)
{
    const QList<Api> &apis = policy.catalogue().apis();
    const auto found = std::find_if(apis.begin(), apis.end(), [&](const Api &each) {
        return (each.audience.isEmpty() ? ownAudience : each.audience) == resource;
    });
    return found == apis.end() ? nullptr : &*found;
}

} // namespace

tl::expected<TokenTarget, NoTarget> targetOf(const Policy &policy, const QStringList &held,
                                             const TokenWish &wish, const QString &ownAudience)
{
    const bool isWhole =
        !wish.scopes || std::all_of(wish.scopes->begin(), wish.scopes->end(),
                                    [&held](const QString &each) { return held.contains(each); });
    if (!isWhole || held.isEmpty() || (wish.scopes && wish.scopes->isEmpty()))
        return tl::make_unexpected(NoTarget::Scope);
    const QStringList &wanted = wish.scopes ? *wish.scopes : held;
    if (wish.resource) {
        const Api *api = namedApi(policy, *wish.resource, ownAudience);
        if (api == nullptr)
            return tl::make_unexpected(NoTarget::Resource);
        const QStringList own = scopesOfApi(policy, wanted, api->id);
        if (own.isEmpty() || (wish.scopes && own.size() != wanted.size()))
            return tl::make_unexpected(NoTarget::Scope);
        return TokenTarget{api->audience, own};
    }
    for (const Api &api : policy.catalogue().apis()) { // the oldest first
        const QStringList own = scopesOfApi(policy, wanted, api.id);
        if (own.isEmpty())
            continue;
        if (wish.scopes && own.size() != wanted.size()) // of two APIs: one token for each
            return tl::make_unexpected(NoTarget::Resource);
        return TokenTarget{api.audience, own};
    }
    return tl::make_unexpected(NoTarget::Scope);
}

} // namespace pc::platform
