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
    a.defaulted("version"_L1, v.version);
    a("updated_at"_L1, v.updatedAt);
    a.unlessEmpty("updated_by"_L1, v.updatedBy);
}

template <typename A>
static void describe(A &a, Ref<A, ScopeDraft> &v)
{
    a("title"_L1, v.title);
    a("sentence"_L1, v.sentence);
    // Required, as all of them: what was forgotten must not open a scope to any basis.
    a("data_categories"_L1, v.dataCategories);
    a("lawful_bases"_L1, v.lawfulBases);
    a("sensitive"_L1, v.sensitive);
    a.unlessEmpty("reason"_L1, v.reason);
    a.unlessEmpty("ticket"_L1, v.ticket);
}

template <typename A>
static void describe(A &a, Ref<A, ScopeMisfit> &v)
{
    a("partner_id"_L1, v.partnerId);
    a("name"_L1, v.name);
    a("stage"_L1, v.stage);
    a("basis"_L1, v.basis);
    a("categories"_L1, v.categories);
    a("is_new"_L1, v.isNew);
}

template <typename A>
static void describe(A &a, Ref<A, ScopeEffect> &v)
{
    a("scope"_L1, v.scope);
    a("holders"_L1, v.holders);
    a("new_conflicts"_L1, v.newConflicts);
    a("conflict_count"_L1, v.conflictCount);
    a("conflicts"_L1, v.conflicts);
}

template <typename A>
static void describe(A &a, Ref<A, ScopeFigures> &v)
{
    a("scope"_L1, v.scope);
    a("routes"_L1, v.routes);
    a("holders"_L1, v.holders);
    a("credentials"_L1, v.credentials);
    a("conflicts"_L1, v.conflicts);
    a("users_30d"_L1, v.users30d);
    a("calls_30d"_L1, v.calls30d);
    a("last_used_at"_L1, v.lastUsedAt);
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
    a.defaulted("version"_L1, v.version);
    a("updated_at"_L1, v.updatedAt);
    a.unlessEmpty("updated_by"_L1, v.updatedBy);
    a.unlessEmpty("partners"_L1, v.partners);
}

template <typename A>
static void describe(A &a, Ref<A, PlanDraft> &v)
{
    a("name"_L1, v.name);
    a("description"_L1, v.description);
    a("sandbox"_L1, v.sandbox);
    a("limited"_L1, v.limited);
    a("production"_L1, v.production);
    a.unlessEmpty("reason"_L1, v.reason);
    a.unlessEmpty("ticket"_L1, v.ticket);
}

template <typename A>
static void describe(A &a, Ref<A, PlanEffectLine> &v)
{
    a("partner_id"_L1, v.partnerId);
    a("name"_L1, v.name);
    a("stage"_L1, v.stage);
    a("realm"_L1, v.realm);
    a("before"_L1, v.before);
    a("after"_L1, v.after);
    a("overridden"_L1, v.overridden);
    a("override_until"_L1, v.overrideUntil);
    a("busiest_hour"_L1, v.busiestHour);
    a("busiest_day"_L1, v.busiestDay);
    a("hours_over"_L1, v.hoursOver);
    a("days_over"_L1, v.daysOver);
}

template <typename A>
static void describe(A &a, Ref<A, PlanEffect> &v)
{
    a("plan"_L1, v.plan);
    a("partners"_L1, v.partners);
    a("lines"_L1, v.lines);
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
static void describe(A &a, Ref<A, ScopeHolder> &v)
{
    a("partner_id"_L1, v.partnerId);
    a("name"_L1, v.name);
    a("stage"_L1, v.stage);
    a("status"_L1, v.status);
    a("grant_version"_L1, v.grantVersion);
    a("grant_updated_at"_L1, v.grantUpdatedAt);
    a("credentials"_L1, v.credentials);
    a("calls_30d"_L1, v.calls30d);
    a("last_used_at"_L1, v.lastUsedAt);
    a("basis"_L1, v.basis);
    a("uncovered"_L1, v.uncovered);
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
PC_CODEC_FROM_DESCRIPTION(ScopeDraft)
PC_CODEC_FROM_DESCRIPTION(ScopeMisfit)
PC_CODEC_FROM_DESCRIPTION(ScopeEffect)
PC_CODEC_FROM_DESCRIPTION(ScopeFigures)
PC_CODEC_FROM_DESCRIPTION(ScopeHolder)
PC_CODEC_FROM_DESCRIPTION(PlanDraft)
PC_CODEC_FROM_DESCRIPTION(PlanEffectLine)
PC_CODEC_FROM_DESCRIPTION(PlanEffect)

} // namespace pc
