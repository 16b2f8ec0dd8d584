// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/networks_client.h"

#include "client/api/endpoint.h"

namespace pc::client {

using namespace Qt::StringLiterals;

Call NetworksClient::rules(const QString &partnerId, QObject *context,
                           Callback<Versioned<NetworkRules>> callback)
{
    return callFor<Versioned<NetworkRules>>(
        m_api, requestFor(Op::NetworksGet, {{u"partner_id"_s, partnerId}}), context, std::move(callback));
}

Call NetworksClient::edit(const QString &partnerId, const NetworkRulesEdit &edit, const QString &etag,
                          const IdempotencyKey &key, QObject *context,
                          Callback<Versioned<NetworkRules>> callback)
{
    ApiRequest request = writeOf(Op::NetworksEdit, {{u"partner_id"_s, partnerId}}, edit, key, etag);
    return callFor<Versioned<NetworkRules>>(m_api, std::move(request), context, std::move(callback));
}

Call NetworksClient::sources(const QString &partnerId, QObject *context, Callback<Page<SourceSeen>> callback)
{
    return callFor<Page<SourceSeen>>(m_api, requestFor(Op::NetworkSources, {{u"partner_id"_s, partnerId}}),
                                     context, std::move(callback));
}

} // namespace pc::client
