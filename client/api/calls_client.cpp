// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/calls_client.h"

#include "client/api/endpoint.h"

namespace pc::client {

using namespace Qt::StringLiterals;

Call CallsClient::list(const CallQuery &query, QObject *context, Callback<Page<CallRecord>> callback)
{
    ApiRequest request = requestFor(Op::CallList);
    request.query = queryItems(query);
    return callFor<Page<CallRecord>>(m_api, std::move(request), context, std::move(callback));
}

Call CallsClient::get(const QString &callId, QObject *context, Callback<CallRecord> callback)
{
    return callFor<CallRecord>(m_api, requestFor(Op::CallGet, {{u"call_id"_s, callId}}), context,
                               std::move(callback));
}

Call CallsClient::histogram(const CallFilter &filter, int buckets, QObject *context,
                            Callback<TimeHistogram> callback)
{
    ApiRequest request = requestFor(Op::CallHistogram);
    request.query = queryItems(filter);
    request.query.append({u"buckets"_s, QString::number(buckets)});
    return callFor<TimeHistogram>(m_api, std::move(request), context, std::move(callback));
}

Call CallsClient::facet(const CallFilter &filter, CallField field, int limit, QObject *context,
                        Callback<CallFacet> callback)
{
    ApiRequest request = requestFor(Op::CallFacetGet);
    request.query = queryItems(filter);
    request.query.append({u"field"_s, toText(field)});
    request.query.append({u"limit"_s, QString::number(limit)});
    return callFor<CallFacet>(m_api, std::move(request), context, std::move(callback));
}

Call CallsClient::explain(const QString &callId, QObject *context, Callback<CallExplanation> callback)
{
    return callFor<CallExplanation>(m_api, requestFor(Op::CallExplain, {{u"call_id"_s, callId}}), context,
                                    std::move(callback));
}

Call CallsClient::refusals(const QString &eventId, QObject *context, Callback<RefusalsOfEvent> callback)
{
    return callFor<RefusalsOfEvent>(m_api, requestFor(Op::AuditRefusals, {{u"event_id"_s, eventId}}), context,
                                    std::move(callback));
}

Call CallsClient::gatewayLines(const GatewayLineQuery &query, QObject *context,
                               Callback<Page<GatewayLine>> callback)
{
    ApiRequest request = requestFor(Op::GatewayLineList);
    request.query = queryItems(query);
    return callFor<Page<GatewayLine>>(m_api, std::move(request), context, std::move(callback));
}

} // namespace pc::client
