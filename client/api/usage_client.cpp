// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/usage_client.h"

#include "client/api/endpoint.h"

namespace pc::client {

using namespace Qt::StringLiterals;

Call UsageClient::series(const UsageQuery &query, QObject *context, Callback<pc::UsageSeries> callback)
{
    ApiRequest request = requestFor(Op::UsageSeries, {{u"partner_id"_s, query.partnerId}});
    request.query = queryItems(query);
    return callFor<pc::UsageSeries>(m_api, std::move(request), context, std::move(callback));
}

Call UsageClient::quota(const QString &partnerId, QObject *context, Callback<QuotaState> callback)
{
    return callFor<QuotaState>(m_api, requestFor(Op::QuotaGet, {{u"partner_id"_s, partnerId}}), context,
                               std::move(callback));
}

} // namespace pc::client
