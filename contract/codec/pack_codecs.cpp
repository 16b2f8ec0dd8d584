// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/describe_access.h"

namespace pc {

using codec::Ref;
using namespace Qt::StringLiterals;

template <typename A>
static void describe(A &a, Ref<A, PackRoute> &v)
{
    a("method"_L1, v.method);
    a("path"_L1, v.path);
    a("scopes"_L1, v.scopes);
    a("title"_L1, v.title);
    a("body_limit"_L1, v.bodyLimit);
    a.unlessEmpty("content_types"_L1, v.contentTypes);
    a("deprecated_at"_L1, v.deprecatedAt);
    a("sunset_at"_L1, v.sunsetAt);
}

template <typename A>
static void describe(A &a, Ref<A, PackScope> &v)
{
    a("name"_L1, v.name);
    a("sentence"_L1, v.sentence);
}

template <typename A>
static void describe(A &a, Ref<A, PackVersion> &v)
{
    a("path"_L1, v.path);
    a("deprecated_at"_L1, v.deprecatedAt);
    a("sunset_at"_L1, v.sunsetAt);
    a.unlessEmpty("successor_url"_L1, v.successorUrl);
    a.unlessEmpty("guide_url"_L1, v.guideUrl);
    a.unlessEmpty("sentence"_L1, v.sentence);
}

template <typename A>
static void describe(A &a, Ref<A, PackApi> &v)
{
    a("id"_L1, v.id);
    a("name"_L1, v.name);
    a("url"_L1, v.url);
    a("own_address"_L1, v.ownAddress);
    a("audience"_L1, v.audience);
    a("described_version"_L1, v.describedVersion);
    a("scopes"_L1, v.scopes);
    a("routes"_L1, v.routes);
    a.unlessEmpty("versions"_L1, v.versions);
    a.unlessEmpty("openapi"_L1, v.openapi);
}

template <typename A>
static void describe(A &a, Ref<A, PackCredential> &v)
{
    a("id"_L1, v.id);
    a("name"_L1, v.name);
    a("kind"_L1, v.kind);
    a("scopes"_L1, v.scopes);
    a("expires_at"_L1, v.expiresAt);
    a.unlessEmpty("header"_L1, v.header);
    a.unlessEmpty("client_id"_L1, v.clientId);
    a.unlessEmpty("networks"_L1, v.networks);
}

template <typename A>
static void describe(A &a, Ref<A, PackError> &v)
{
    a("status"_L1, v.status);
    a("code"_L1, v.code);
    a("title"_L1, v.title);
    a("detail"_L1, v.detail);
}

template <typename A>
static void describe(A &a, Ref<A, PartnerPack> &v)
{
    a("made_at"_L1, v.madeAt);
    a("partner_id"_L1, v.partnerId);
    a("partner_name"_L1, v.partnerName);
    a("slug"_L1, v.slug);
    a("status"_L1, v.status);
    a("stage"_L1, v.stage);
    a("realm"_L1, v.realm);
    a("open"_L1, v.open);
    a("token_endpoint"_L1, v.tokenEndpoint);
    a("time_zone"_L1, v.timeZone);
    a("limits"_L1, v.limits);
    a("resources"_L1, v.resources);
    a("networks"_L1, v.networks);
    a("anywhere"_L1, v.anywhere);
    a("anywhere_until"_L1, v.anywhereUntil);
    a("credentials"_L1, v.credentials);
    a("apis"_L1, v.apis);
    a("call_errors"_L1, v.callErrors);
    a("token_errors"_L1, v.tokenErrors);
}

PC_CODEC_FROM_DESCRIPTION(PartnerPack)

} // namespace pc
