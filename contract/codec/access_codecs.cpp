// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/describe_access.h"

namespace pc {

using codec::Ref;
using namespace Qt::StringLiterals;

template <typename A>
static void describe(A &a, Ref<A, Scope> &v)
{
    a("name"_L1, v.name);
    a("api_id"_L1, v.apiId);
    a("title"_L1, v.title);
    a("sentence"_L1, v.sentence);
    a("data_categories"_L1, v.dataCategories);
    a("lawful_bases"_L1, v.lawfulBases);
    a("sensitive"_L1, v.sensitive);
}

template <typename A>
static void describe(A &a, Ref<A, Route> &v)
{
    a("id"_L1, v.id);
    a("api_id"_L1, v.apiId);
    a("method"_L1, v.method);
    a("path_template"_L1, v.pathTemplate);
    a("scope"_L1, v.scope);
    a.unlessEmpty("also_scopes"_L1, v.alsoScopes);
    a("title"_L1, v.title);
    a.unlessEmpty("operation_id"_L1, v.operationId);
    a("stages"_L1, v.stages);
    a("body_limit"_L1, v.bodyLimit);
    a.unlessEmpty("content_types"_L1, v.contentTypes);
    a("deprecated_at"_L1, v.deprecatedAt);
    a("sunset_at"_L1, v.sunsetAt);
}

template <typename A>
static void describe(A &a, Ref<A, Plan> &v)
{
    a("id"_L1, v.id);
    a("name"_L1, v.name);
    a("description"_L1, v.description);
    a("sandbox"_L1, v.sandbox);
    a("limited"_L1, v.limited);
    a("production"_L1, v.production);
}

template <typename A>
static void describe(A &a, Ref<A, LimitOverride> &v)
{
    a("limits"_L1, v.limits);
    a("from"_L1, v.from);
    a("until"_L1, v.until);
    a.unlessEmpty("reason"_L1, v.reason);
}

template <typename A>
static void describe(A &a, Ref<A, Grant> &v)
{
    a("partner_id"_L1, v.partnerId);
    a("plan_id"_L1, v.planId);
    a("scopes"_L1, v.scopes);
    a("resources"_L1, v.resources);
    a("limit_override"_L1, v.limitOverride);
    a("effective"_L1, v.effective);
    a("version"_L1, v.version);
    a("updated_at"_L1, v.updatedAt);
    a("updated_by"_L1, v.updatedBy);
}

template <typename A>
static void describe(A &a, Ref<A, GrantEdit> &v)
{
    a("plan_id"_L1, v.planId);
    a("scopes"_L1, v.scopes);
    // Required: a request that forgot the restrictions must not lift them.
    a("resources"_L1, v.resources);
    a("limit_override"_L1, v.limitOverride);
    a.unlessEmpty("reason"_L1, v.reason);
    a.unlessEmpty("ticket"_L1, v.ticket);
}

template <typename A>
static void describe(A &a, Ref<A, ScopeCaller> &v)
{
    a("credential_id"_L1, v.credentialId);
    a("name"_L1, v.name);
    a("calls_30d"_L1, v.calls30d);
}

template <typename A>
static void describe(A &a, Ref<A, ScopeUse> &v)
{
    a("scope"_L1, v.scope);
    a("calls_30d"_L1, v.calls30d);
    a("last_used_at"_L1, v.lastUsedAt);
    a.defaulted("callers"_L1, v.callers);
}

PC_CODEC_FROM_DESCRIPTION(Scope)
PC_CODEC_FROM_DESCRIPTION(Route)
PC_CODEC_FROM_DESCRIPTION(Limits)
PC_CODEC_FROM_DESCRIPTION(Plan)
PC_CODEC_FROM_DESCRIPTION(Grant)
PC_CODEC_FROM_DESCRIPTION(GrantEdit)
PC_CODEC_FROM_DESCRIPTION(ScopeCaller)
PC_CODEC_FROM_DESCRIPTION(ScopeUse)

} // namespace pc
