// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/describe_field_error.h"

namespace pc {

using codec::Ref;
using namespace Qt::StringLiterals;

template <typename A>
static void describe(A &a, Ref<A, Problem> &v)
{
    a("status"_L1, v.status);
    a("code"_L1, v.code);
    a("title"_L1, v.title);
    a.unlessEmpty("detail"_L1, v.detail);
    a.unlessEmpty("request_id"_L1, v.requestId);
    a.unlessEmpty("errors"_L1, v.errors);
    a("retry_after"_L1, v.retryAfter);
    a.unlessEmpty("permission"_L1, v.permission);
}

template <typename A>
static void describe(A &a, Ref<A, Session> &v)
{
    a("account"_L1, v.account);
    a("display_name"_L1, v.displayName);
    a("roles"_L1, v.roles);
    a("permissions"_L1, v.permissions);
    a("environment"_L1, v.environment);
    a("sample"_L1, v.sample);
    a("default_realm"_L1, v.defaultRealm);
    a("token_endpoint"_L1, v.tokenEndpoint);
    a("api_base"_L1, v.apiBase);
    a("service_version"_L1, v.serviceVersion);
    a("expires_at"_L1, v.expiresAt);
    a("renewable_until"_L1, v.renewableUntil);
    a.unlessEmpty("history_refused"_L1, v.historyRefused);
}

template <typename A>
static void describe(A &a, Ref<A, RenewedSession> &v)
{
    a("token"_L1, v.token);
    a("expires_at"_L1, v.expiresAt);
}

template <typename A>
static void describe(A &a, Ref<A, Operator> &v)
{
    a("account"_L1, v.account);
    a("display_name"_L1, v.displayName);
}

template <typename A>
static void describe(A &a, Ref<A, Change> &v)
{
    a("kind"_L1, v.kind);
    a.unlessEmpty("id"_L1, v.id);
    a.unlessEmpty("partner_id"_L1, v.partnerId);
    a.unlessEmpty("event_id"_L1, v.eventId);
}

template <typename A>
static void describe(A &a, Ref<A, Changes> &v)
{
    a("cursor"_L1, v.cursor);
    a("reset"_L1, v.reset);
    a("changes"_L1, v.changes);
}

PC_CODEC_FROM_DESCRIPTION(Problem)
PC_CODEC_FROM_DESCRIPTION(Session)
PC_CODEC_FROM_DESCRIPTION(RenewedSession)
PC_CODEC_FROM_DESCRIPTION(Operator)
PC_CODEC_FROM_DESCRIPTION(Change)
PC_CODEC_FROM_DESCRIPTION(Changes)

} // namespace pc
