// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/describe_access.h"

namespace pc {

using codec::Ref;
using namespace Qt::StringLiterals;

template <typename A>
static void describe(A &a, Ref<A, NetworkWaiver> &v)
{
    a("until"_L1, v.until);
    a("reason"_L1, v.reason);
}

template <typename A>
static void describe(A &a, Ref<A, CredentialNetworks> &v)
{
    a("credential_id"_L1, v.credentialId);
    a("entries"_L1, v.entries);
}

template <typename A>
static void describe(A &a, Ref<A, NetworkRules> &v)
{
    a("partner_id"_L1, v.partnerId);
    a("sandbox"_L1, v.sandbox);
    a("production"_L1, v.production);
    a("waiver"_L1, v.waiver);
    a("credentials"_L1, v.credentials);
    a("version"_L1, v.version);
    a("updated_at"_L1, v.updatedAt);
    a.unlessEmpty("updated_by"_L1, v.updatedBy);
}

template <typename A>
static void describe(A &a, Ref<A, NetworkRulesEdit> &v)
{
    // All lists are required: a request that forgot one must not lift it.
    a("sandbox"_L1, v.sandbox);
    a("production"_L1, v.production);
    a("waiver"_L1, v.waiver);
    a("credentials"_L1, v.credentials);
    a.unlessEmpty("reason"_L1, v.reason);
    a.unlessEmpty("ticket"_L1, v.ticket);
}

template <typename A>
static void describe(A &a, Ref<A, SourceSeen> &v)
{
    a("credential_id"_L1, v.credentialId);
    a("credential_name"_L1, v.credentialName);
    a("realm"_L1, v.realm);
    a("source"_L1, v.source);
    a.unlessEmpty("user_agent"_L1, v.userAgent);
    a("first_seen_at"_L1, v.firstSeenAt);
    a("last_seen_at"_L1, v.lastSeenAt);
    a("calls"_L1, v.calls);
}

PC_CODEC_FROM_DESCRIPTION(NetworkEntry)
PC_CODEC_FROM_DESCRIPTION(NetworkRules)
PC_CODEC_FROM_DESCRIPTION(NetworkRulesEdit)
PC_CODEC_FROM_DESCRIPTION(SourceSeen)

} // namespace pc
