// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/describe_contact.h"

namespace pc {

using codec::Ref;
using namespace Qt::StringLiterals;

template <typename A>
static void describe(A &a, Ref<A, ApiVersion> &v)
{
    a("id"_L1, v.id);
    a("api_id"_L1, v.apiId);
    a("path_prefix"_L1, v.pathPrefix);
    a("deprecated_at"_L1, v.deprecatedAt);
    a("sunset_at"_L1, v.sunsetAt);
    a.unlessEmpty("successor_url"_L1, v.successorUrl);
    a.unlessEmpty("guide_url"_L1, v.guideUrl);
    a.unlessEmpty("sentence"_L1, v.sentence);
    a("routes"_L1, v.routes);
    a("partners_30d"_L1, v.partners30d);
    a("calls_30d"_L1, v.calls30d);
    a("version"_L1, v.version);
    a("created_at"_L1, v.createdAt);
    a("updated_at"_L1, v.updatedAt);
    a("updated_by"_L1, v.updatedBy);
}

template <typename A>
static void describe(A &a, Ref<A, ApiVersionDraft> &v)
{
    a("path_prefix"_L1, v.pathPrefix);
    a("deprecated_at"_L1, v.deprecatedAt);
    a("sunset_at"_L1, v.sunsetAt);
    a.unlessEmpty("successor_url"_L1, v.successorUrl);
    a.unlessEmpty("guide_url"_L1, v.guideUrl);
    a.unlessEmpty("sentence"_L1, v.sentence);
    a.unlessEmpty("reason"_L1, v.reason);
    a.unlessEmpty("ticket"_L1, v.ticket);
}

template <typename A>
static void describe(A &a, Ref<A, VersionRouteUse> &v)
{
    a("route_id"_L1, v.routeId);
    a("what"_L1, v.what);
    a("calls_7d"_L1, v.calls7d);
    a("calls_30d"_L1, v.calls30d);
}

template <typename A>
static void describe(A &a, Ref<A, VersionCredentialUse> &v)
{
    a("credential_id"_L1, v.credentialId);
    a.unlessEmpty("name"_L1, v.name);
    a("calls_30d"_L1, v.calls30d);
}

template <typename A>
static void describe(A &a, Ref<A, VersionCaller> &v)
{
    a("partner_id"_L1, v.partnerId);
    a.unlessEmpty("name"_L1, v.name);
    a("calls_7d"_L1, v.calls7d);
    a("calls_30d"_L1, v.calls30d);
    a("last_call_at"_L1, v.lastCallAt);
    a("routes"_L1, v.routes);
    a("credentials"_L1, v.credentials);
    a("contacts"_L1, v.contacts);
}

template <typename A>
static void describe(A &a, Ref<A, VersionUse> &v)
{
    a("version"_L1, v.version);
    a("callers"_L1, v.callers);
    a("more_callers"_L1, v.moreCallers);
}

PC_CODEC_FROM_DESCRIPTION(ApiVersion)
PC_CODEC_FROM_DESCRIPTION(ApiVersionDraft)
PC_CODEC_FROM_DESCRIPTION(VersionUse)

} // namespace pc
