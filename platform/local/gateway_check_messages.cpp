// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/gateway_check_messages.h"

#include "platform/local/message_codec.h"

namespace pc::platform {

using codec::Ref;
using namespace Qt::StringLiterals;

template <typename A>
static void describe(A &a, Ref<A, GatewayCheckStart> &v)
{
    a("gateway"_L1, v.gateway);
    a.unlessEmpty("credential_id"_L1, v.credentialId);
}

template <typename A>
static void describe(A &a, Ref<A, LentToken> &v)
{
    a("name"_L1, v.name);
    a("token"_L1, v.text);
}

template <typename A>
static void describe(A &a, Ref<A, GatewayCheckBegun> &v)
{
    a("id"_L1, v.id);
    a("marker"_L1, v.marker);
    a("credential_id"_L1, v.credentialId);
    a("tokens"_L1, v.tokens);
    a("url"_L1, v.url);
    a("ca_file"_L1, v.caFile);
}

template <typename A>
static void describe(A &a, Ref<A, NamedGatewayCheck> &v)
{
    a("id"_L1, v.id);
}

template <typename A>
static void describe(A &a, Ref<A, CheckSighting> &v)
{
    a("passed"_L1, v.passed);
    a.unlessEmpty("gateway"_L1, v.gateway);
    a.unlessEmpty("token"_L1, v.token);
    a.unlessEmpty("method"_L1, v.method);
    a.unlessEmpty("path"_L1, v.path);
    a.unlessEmpty("host"_L1, v.host);
    a.unlessEmpty("source"_L1, v.source);
    a("length_told"_L1, v.lengthTold);
    a("status"_L1, v.status);
    a.unlessEmpty("decision_id"_L1, v.decisionId);
    a.unlessEmpty("marked"_L1, v.marked);
    a.unlessEmpty("missing"_L1, v.missing);
    a("holds_token"_L1, v.holdsToken);
}

template <typename A>
static void describe(A &a, Ref<A, GatewayCheckSeen> &v)
{
    a("items"_L1, v.items);
}

template <typename A>
static void describe(A &a, Ref<A, CheckTokenDenial> &v)
{
    a("id"_L1, v.id);
    a("token"_L1, v.token);
}

PC_LOCAL_MESSAGE_FROM_DESCRIPTION(GatewayCheckStart)
PC_LOCAL_MESSAGE_FROM_DESCRIPTION(GatewayCheckBegun)
PC_LOCAL_MESSAGE_FROM_DESCRIPTION(NamedGatewayCheck)
PC_LOCAL_MESSAGE_FROM_DESCRIPTION(GatewayCheckSeen)
PC_LOCAL_MESSAGE_FROM_DESCRIPTION(CheckTokenDenial)

} // namespace pc::platform
