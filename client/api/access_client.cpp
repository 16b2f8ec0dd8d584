// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/access_client.h"

#include "client/api/endpoint.h"

namespace pc::client {

using namespace Qt::StringLiterals;

Call AccessClient::scopes(QObject *context, Callback<Page<Scope>> callback)
{
    return callFor<Page<Scope>>(m_api, requestFor(Op::ScopeList), context, std::move(callback));
}

Call AccessClient::routes(QObject *context, Callback<Page<Route>> callback)
{
    return callFor<Page<Route>>(m_api, requestFor(Op::RouteList), context, std::move(callback));
}

Call AccessClient::plans(QObject *context, Callback<Page<Plan>> callback)
{
    return callFor<Page<Plan>>(m_api, requestFor(Op::PlanList), context, std::move(callback));
}

Call AccessClient::grant(const QString &partnerId, QObject *context, Callback<Versioned<Grant>> callback)
{
    return callFor<Versioned<Grant>>(m_api, requestFor(Op::GrantGet, {{u"partner_id"_s, partnerId}}), context,
                                     std::move(callback));
}

Call AccessClient::editGrant(const QString &partnerId, const GrantEdit &edit, const QString &etag,
                             const IdempotencyKey &key, QObject *context, Callback<Versioned<Grant>> callback)
{
    ApiRequest request = writeOf(Op::GrantEdit, {{u"partner_id"_s, partnerId}}, edit, key, etag);
    return callFor<Versioned<Grant>>(m_api, std::move(request), context, std::move(callback));
}

Call AccessClient::scopeUse(const QString &partnerId, QObject *context, Callback<Page<ScopeUse>> callback)
{
    return callFor<Page<ScopeUse>>(m_api, requestFor(Op::ScopeUseGet, {{u"partner_id"_s, partnerId}}),
                                   context, std::move(callback));
}

} // namespace pc::client
