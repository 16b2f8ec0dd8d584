// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/describe_change.h"

namespace pc {

using codec::Ref;
using namespace Qt::StringLiterals;

template <typename A>
static void describe(A &a, Ref<A, Api> &v)
{
    a("id"_L1, v.id);
    a("name"_L1, v.name);
    a("host"_L1, v.host);
    a("base_path"_L1, v.basePath);
    a("audience"_L1, v.audience);
    a.unlessEmpty("revision_id"_L1, v.revisionId);
    a.unlessEmpty("title"_L1, v.title);
    a.unlessEmpty("described_version"_L1, v.describedVersion);
    a("routes"_L1, v.routes);
    a("scopes"_L1, v.scopes);
    a("version"_L1, v.version);
    a("created_at"_L1, v.createdAt);
    a("updated_at"_L1, v.updatedAt);
    a("updated_by"_L1, v.updatedBy);
}

template <typename A>
static void describe(A &a, Ref<A, ApiDraft> &v)
{
    a("name"_L1, v.name);
    // Required: a request that forgot them must not take calls of any host, or tokens of any API.
    a("host"_L1, v.host);
    a("base_path"_L1, v.basePath);
    a("audience"_L1, v.audience);
    a.unlessEmpty("reason"_L1, v.reason);
    a.unlessEmpty("ticket"_L1, v.ticket);
}

template <typename A>
static void describe(A &a, Ref<A, ScopeRule> &v)
{
    a("otherwise"_L1, v.otherwise);
    a("prefix"_L1, v.prefix);
    a("named"_L1, v.named);
    a("read_and_write"_L1, v.readAndWrite);
}

template <typename A>
static void describe(A &a, Ref<A, LeftOutPart> &v)
{
    a("line"_L1, v.line);
    a("what"_L1, v.what);
    a("reason"_L1, v.reason);
}

template <typename A>
static void describe(A &a, Ref<A, RevisionCounts> &v)
{
    a("routes"_L1, v.routes);
    a("new_routes"_L1, v.newRoutes);
    a("gone_routes"_L1, v.goneRoutes);
    a("changed_routes"_L1, v.changedRoutes);
    a("new_scopes"_L1, v.newScopes);
    a("unused_scopes"_L1, v.unusedScopes);
    a("left_out"_L1, v.leftOut);
}

template <typename A>
static void describe(A &a, Ref<A, CatalogueRevision> &v)
{
    a("id"_L1, v.id);
    a("api_id"_L1, v.apiId);
    a("state"_L1, v.state);
    a.defaulted("version"_L1, v.version);
    a.unlessEmpty("changed_by"_L1, v.changedBy);
    a("base_path"_L1, v.basePath);
    a("openapi"_L1, v.openapi);
    a("title"_L1, v.title);
    a("described_version"_L1, v.describedVersion);
    a("sha256"_L1, v.sha256);
    a("size"_L1, v.size);
    a("rule"_L1, v.rule);
    a("counts"_L1, v.counts);
    a("left_out"_L1, v.leftOut);
    a("created_at"_L1, v.createdAt);
    a("created_by"_L1, v.createdBy);
    a("applied_at"_L1, v.appliedAt);
    a.unlessEmpty("applied_by"_L1, v.appliedBy);
}

template <typename A>
static void describe(A &a, Ref<A, ScopeNeed> &v)
{
    a("scope"_L1, v.scope);
    a("routes"_L1, v.routes);
    a("is_new"_L1, v.isNew);
    a.unlessEmpty("taken_by"_L1, v.takenBy);
}

template <typename A>
static void describe(A &a, Ref<A, BrokenPartner> &v)
{
    a("partner_id"_L1, v.partnerId);
    a("name"_L1, v.name);
    a("calls_30d"_L1, v.calls30d);
    a("last_call_at"_L1, v.lastCallAt);
    a("routes"_L1, v.routes);
    a("missing_scopes"_L1, v.missingScopes);
    a.unlessEmpty("contact"_L1, v.contact);
}

template <typename A>
static void describe(A &a, Ref<A, RevisionReview> &v)
{
    a("revision"_L1, v.revision);
    a("scopes"_L1, v.scopes);
    a("broken"_L1, v.broken);
    a("broken_partners"_L1, v.brokenPartners);
    a("grants"_L1, v.grants);
}

template <typename A>
static void describe(A &a, Ref<A, RouteChange> &v)
{
    a("kind"_L1, v.kind);
    a("route_id"_L1, v.routeId);
    a("method"_L1, v.method);
    a("path_template"_L1, v.pathTemplate);
    a("title"_L1, v.title);
    a("changes"_L1, v.changes);
    a("calls_30d"_L1, v.calls30d);
}

PC_CODEC_FROM_DESCRIPTION(Api)
PC_CODEC_FROM_DESCRIPTION(ApiDraft)
PC_CODEC_FROM_DESCRIPTION(ScopeRule)
PC_CODEC_FROM_DESCRIPTION(CatalogueRevision)
PC_CODEC_FROM_DESCRIPTION(RevisionReview)
PC_CODEC_FROM_DESCRIPTION(RouteChange)

} // namespace pc
