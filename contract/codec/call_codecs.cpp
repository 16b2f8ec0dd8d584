// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/describe_event.h"
#include "contract/codec/json_text.h"

namespace pc {

using codec::Ref;
using namespace Qt::StringLiterals;

template <typename A>
static void describe(A &a, Ref<A, LimitState> &v)
{
    a("burst"_L1, v.burst);
    a("remaining"_L1, v.remaining);
    a("quota"_L1, v.quota);
    a("quota_used"_L1, v.quotaUsed);
    a.unlessEmpty("free_at"_L1, v.freeAt);
}

template <typename A>
static void describe(A &a, Ref<A, CallEnd> &v)
{
    a("status"_L1, v.status);
    a("bytes_sent"_L1, v.bytesSent);
    a("total_micros"_L1, v.totalMicros);
    a("upstream_micros"_L1, v.upstreamMicros);
    a("at"_L1, v.at);
    a("gateway"_L1, v.gateway);
}

// A call that was refused before its credential was known has no partner, credential, generation or realm;
// one to an unknown route has no route and scope.
template <typename A>
static void describe(A &a, Ref<A, CallRecord> &v)
{
    a("id"_L1, v.id);
    a.unlessEmpty("request_id"_L1, v.requestId);
    a("at"_L1, v.at);
    a.unlessEmpty("partner_id"_L1, v.partnerId);
    a.unlessEmpty("credential_id"_L1, v.credentialId);
    a.unlessEmpty("generation"_L1, v.generation);
    a.unlessEmpty("realm"_L1, v.realm);
    a("method"_L1, v.method);
    a("path"_L1, v.path);
    a.unlessEmpty("route_id"_L1, v.routeId);
    a.unlessEmpty("scope"_L1, v.scope);
    a("outcome"_L1, v.outcome);
    a("reason"_L1, v.reason);
    a("status"_L1, v.status);
    a("source"_L1, v.source);
    a.unlessEmpty("user_agent"_L1, v.userAgent);
    a.unlessEmpty("gateway"_L1, v.gateway);
    a("micros"_L1, v.micros);
    a.unlessEmpty("token_request"_L1, v.isTokenRequest);
    a.unlessEmpty("snapshot"_L1, v.snapshot);
    a.unlessEmpty("audit_size"_L1, v.auditSize);
    a.unlessEmpty("token_digest"_L1, v.tokenDigest);
    a.unlessEmpty("token_scopes"_L1, v.tokenScopes);
    a("request_length"_L1, v.requestLength);
    a.unlessEmpty("content_type"_L1, v.contentType);
    a("limits"_L1, v.limits);
    a("end"_L1, v.end);
}

template <typename A>
static void describe(A &a, Ref<A, CallCondition> &v)
{
    a("field"_L1, v.field);
    a("values"_L1, v.values);
    a.unlessEmpty("excluded"_L1, v.isExcluded);
}

template <typename A>
static void describe(A &a, Ref<A, CallFilter> &v)
{
    a("conditions"_L1, v.conditions);
    a("from"_L1, v.from);
    a("to"_L1, v.to);
}

template <typename A>
static void describe(A &a, Ref<A, CallFacetValue> &v)
{
    a("value"_L1, v.value);
    a("calls"_L1, v.calls);
}

template <typename A>
static void describe(A &a, Ref<A, CallFacet> &v)
{
    a("field"_L1, v.field);
    a("values"_L1, v.values);
    a.unlessEmpty("others"_L1, v.others);
    a.unlessEmpty("counted_from"_L1, v.countedFrom);
}

template <typename A>
static void describe(A &a, Ref<A, TimeHistogram> &v)
{
    a("from"_L1, v.from);
    a("to"_L1, v.to);
    a("bucket_ms"_L1, v.bucketMs);
    a("matching"_L1, v.matching);
    a.unlessEmpty("all"_L1, v.all);
    a.unlessEmpty("refused"_L1, v.refused);
    a("as_of"_L1, v.asOf);
    a.unlessEmpty("counted_from"_L1, v.countedFrom);
    a.unlessEmpty("kept_since"_L1, v.keptSince);
}

template <typename A>
static void describe(A &a, Ref<A, GatewayLine> &v)
{
    a("at"_L1, v.at);
    a("gateway"_L1, v.gateway);
    a.unlessEmpty("request_id"_L1, v.requestId);
    a("status"_L1, v.status);
    a.unlessEmpty("method"_L1, v.method);
    a.unlessEmpty("path"_L1, v.path);
    a.unlessEmpty("source"_L1, v.source);
    a("bytes_sent"_L1, v.bytesSent);
    a("total_micros"_L1, v.totalMicros);
}

template <typename A>
static void describe(A &a, Ref<A, ExplainedFact> &v)
{
    a("name"_L1, v.name);
    a("value"_L1, v.value);
}

template <typename A>
static void describe(A &a, Ref<A, ExplainedCheck> &v)
{
    a("check"_L1, v.check);
    a("result"_L1, v.result);
    a.unlessEmpty("facts"_L1, v.facts);
}

template <typename A>
static void describe(A &a, Ref<A, RuleThen> &v)
{
    a("known"_L1, v.isKnown);
    a.unlessEmpty("facts"_L1, v.facts);
    a("cause"_L1, v.cause);
}

template <typename A>
static void describe(A &a, Ref<A, VerdictToday> &v)
{
    a.unlessEmpty("outcome"_L1, v.outcome);
    a.unlessEmpty("reason"_L1, v.reason);
    a("at"_L1, v.at);
    a.unlessEmpty("facts"_L1, v.facts);
}

template <typename A>
static void describe(A &a, Ref<A, Remedy> &v)
{
    a("kind"_L1, v.kind);
    a.unlessEmpty("operation"_L1, v.operation);
    a.unlessEmpty("target_id"_L1, v.targetId);
    a.unlessEmpty("value"_L1, v.value);
}

template <typename A>
static void describe(A &a, Ref<A, CallExplanation> &v)
{
    a("call"_L1, v.call);
    a.unlessEmpty("partner_name"_L1, v.partnerName);
    a.unlessEmpty("credential_name"_L1, v.credentialName);
    a("checks"_L1, v.checks);
    a("rule"_L1, v.rule);
    a("today"_L1, v.today);
    a("remedies"_L1, v.remedies);
    a.unlessEmpty("all_needed"_L1, v.areAllNeeded);
    a("alike"_L1, v.alike);
    a("alike_calls"_L1, v.alikeCalls);
    a.unlessEmpty("alike_at_least"_L1, v.alikeAtLeast);
    a("alike_sources"_L1, v.alikeSources);
}

template <typename A>
static void describe(A &a, Ref<A, RefusedCalls> &v)
{
    a("filter"_L1, v.filter);
    a("calls"_L1, v.calls);
    a.unlessEmpty("calls_at_least"_L1, v.callsAtLeast);
}

template <typename A>
static void describe(A &a, Ref<A, RefusalsOfEvent> &v)
{
    a("event_id"_L1, v.eventId);
    a("filter"_L1, v.filter);
    a("calls"_L1, v.calls);
    a.unlessEmpty("calls_at_least"_L1, v.callsAtLeast);
    a.unlessEmpty("others"_L1, v.others);
}

PC_CODEC_FROM_DESCRIPTION(CallRecord)
PC_CODEC_TEXT_FROM_DESCRIPTION(CallRecord)
PC_CODEC_FROM_DESCRIPTION(CallFilter)
PC_CODEC_FROM_DESCRIPTION(CallFacet)
PC_CODEC_FROM_DESCRIPTION(TimeHistogram)
PC_CODEC_FROM_DESCRIPTION(GatewayLine)
PC_CODEC_FROM_DESCRIPTION(CallExplanation)
PC_CODEC_FROM_DESCRIPTION(RefusalsOfEvent)

} // namespace pc
