// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "client/http/idempotency_key.h"
#include "contract/types/networks.h"
#include "contract/types/page.h"

namespace pc::client {

class ApiCaller;

/// From where a partner may call, and from where it did.
class NetworksClient
{
public:
    explicit NetworksClient(ApiCaller &api) : m_api(api) {}
    Call rules(const QString &partnerId, QObject *context, Callback<Versioned<NetworkRules>> callback);
    Call edit(const QString &partnerId, const NetworkRulesEdit &edit, const QString &etag,
              const IdempotencyKey &key, QObject *context, Callback<Versioned<NetworkRules>> callback);
    /// Of the last 30 days, most calls first.
    Call sources(const QString &partnerId, QObject *context, Callback<Page<SourceSeen>> callback);

private:
    ApiCaller &m_api;
};

} // namespace pc::client
