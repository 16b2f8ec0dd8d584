// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/access_client.h"

#include "client/api/endpoint.h"

namespace pc::client {

using namespace Qt::StringLiterals;

Call AccessClient::scopes(QObject *context, Callback<Page<Scope>> callback)
{
    ApiRequest request;
    request.op = Op::ScopeList;
    return callFor<Page<Scope>>(m_api, std::move(request), context, std::move(callback));
}

Call AccessClient::routes(QObject *context, Callback<Page<Route>> callback)
{
    ApiRequest request;
    request.op = Op::RouteList;
    return callFor<Page<Route>>(m_api, std::move(request), context, std::move(callback));
}

Call AccessClient::plans(QObject *context, Callback<Page<Plan>> callback)
{
    ApiRequest request;
    request.op = Op::PlanList;
    return callFor<Page<Plan>>(m_api, std::move(request), context, std::move(callback));
}

Call AccessClient::grant(const QString &partnerId, QObject *context, Callback<Versioned<Grant>> callback)
{
    ApiRequest request;
    request.op = Op::GrantGet;
    request.path.insert(u"partner_id"_s, partnerId);
    return callFor<Versioned<Grant>>(m_api, std::move(request), context, std::move(callback));
}

Call AccessClient::editGrant(const QString &partnerId, const GrantEdit &edit, const QString &etag,
                             const IdempotencyKey &key, QObject *context, Callback<Versioned<Grant>> callback)
{
    ApiRequest request = writeOf(Op::GrantEdit, {{u"partner_id"_s, partnerId}}, edit, key, etag);
    return callFor<Versioned<Grant>>(m_api, std::move(request), context, std::move(callback));
}

Call AccessClient::scopeUse(const QString &partnerId, QObject *context, Callback<Page<ScopeUse>> callback)
{
    ApiRequest request;
    request.op = Op::ScopeUseGet;
    request.path.insert(u"partner_id"_s, partnerId);
    return callFor<Page<ScopeUse>>(m_api, std::move(request), context, std::move(callback));
}

} // namespace pc::client
