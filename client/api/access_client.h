// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "client/http/idempotency_key.h"
#include "contract/types/access.h"
#include "contract/types/page.h"

namespace pc::client {

class ApiCaller;

/// The catalogue (scopes, routes, plans) and a partner's grant.
class AccessClient
{
public:
    explicit AccessClient(ApiCaller &api) : m_api(api) {}
    Call scopes(QObject *context, Callback<Page<Scope>> callback);
    Call routes(QObject *context, Callback<Page<Route>> callback);
    Call plans(QObject *context, Callback<Page<Plan>> callback);
    Call grant(const QString &partnerId, QObject *context, Callback<Versioned<Grant>> callback);
    Call editGrant(const QString &partnerId, const GrantEdit &edit, const QString &etag,
                   const IdempotencyKey &key, QObject *context, Callback<Versioned<Grant>> callback);
    Call scopeUse(const QString &partnerId, QObject *context, Callback<Page<ScopeUse>> callback);

private:
    ApiCaller &m_api;
};

} // namespace pc::client
