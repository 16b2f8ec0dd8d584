// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "contract/types/calls.h"
#include "contract/types/explanation.h"
#include "contract/types/page.h"
#include "contract/types/time_histogram.h"

namespace pc::client {

class ApiCaller;

/// Single partner calls, how they lie in time, and why they ended as they did.
class CallsClient
{
public:
    explicit CallsClient(ApiCaller &api) : m_api(api) {}
    Call list(const CallQuery &query, QObject *context, Callback<Page<CallRecord>> callback);
    Call get(const QString &callId, QObject *context, Callback<CallRecord> callback);
    Call histogram(const CallFilter &filter, int buckets, QObject *context, Callback<TimeHistogram> callback);
    Call facet(const CallFilter &filter, CallField field, int limit, QObject *context,
               Callback<CallFacet> callback);
    Call explain(const QString &callId, QObject *context, Callback<CallExplanation> callback);
    Call refusals(const QString &eventId, QObject *context, Callback<RefusalsOfEvent> callback);
    Call gatewayLines(const GatewayLineQuery &query, QObject *context, Callback<Page<GatewayLine>> callback);

private:
    ApiCaller &m_api;
};

} // namespace pc::client
