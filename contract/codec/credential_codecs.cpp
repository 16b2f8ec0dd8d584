// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/describe.h"

namespace pc {

using codec::Ref;
using namespace Qt::StringLiterals;

constexpr qsizetype digestSize = 32;
constexpr qsizetype publicKeySize = 65; // contract/crypto/sealing.h

template <typename A>
static void describe(A &a, Ref<A, Generation> &v)
{
    a("number"_L1, v.number);
    a("state"_L1, v.state);
    a("tail"_L1, v.lastFour);
    a("created_at"_L1, v.createdAt);
    a("acknowledged_at"_L1, v.acknowledgedAt);
    a("grace_until"_L1, v.graceUntil);
    a("ended_at"_L1, v.endedAt);
    a("last_used_at"_L1, v.lastUsedAt);
    a.unlessEmpty("last_used_from"_L1, v.lastUsedFrom);
}

template <typename A>
static void describe(A &a, Ref<A, LegacyFacts> &v)
{
    a("scheme"_L1, v.scheme);
    a("header"_L1, v.header);
    a.unlessEmpty("hmac_key"_L1, v.hmacKey);
    a("rehashed_at"_L1, v.rehashedAt);
}

template <typename A>
static void describe(A &a, Ref<A, Credential> &v)
{
    a("id"_L1, v.id);
    a("partner_id"_L1, v.partnerId);
    a("partner_name"_L1, v.partnerName);
    a("name"_L1, v.name);
    a("kind"_L1, v.kind);
    a("realm"_L1, v.realm);
    a("state"_L1, v.state);
    a("scopes"_L1, v.scopes);
    a("owner"_L1, v.owner);
    a("created_at"_L1, v.createdAt);
    a("created_by"_L1, v.createdBy);
    a("expires_at"_L1, v.expiresAt);
    a("last_used_at"_L1, v.lastUsedAt);
    a.unlessEmpty("last_used_from"_L1, v.lastUsedFrom);
    a("revoked_at"_L1, v.revokedAt);
    a.unlessEmpty("revoked_by"_L1, v.revokedBy);
    a.unlessEmpty("revoked_reason"_L1, v.revokedReason);
    a("generations"_L1, v.generations);
    a("legacy"_L1, v.legacy);
    a.unlessEmpty("legacy_client_id"_L1, v.legacyClientId);
    a("version"_L1, v.version);
}

template <typename A>
static void describe(A &a, Ref<A, IssueRequest> &v)
{
    a("name"_L1, v.name);
    a("kind"_L1, v.kind);
    a("realm"_L1, v.realm);
    a("scopes"_L1, v.scopes);
    a("expires_at"_L1, v.expiresAt);
    a("owner"_L1, v.owner);
    a.sized("seal_to"_L1, v.sealTo, publicKeySize);
    a.unlessEmpty("reason"_L1, v.reason);
    a.unlessEmpty("ticket"_L1, v.ticket);
}

template <typename A>
static void describe(A &a, Ref<A, RotateRequest> &v)
{
    a.sized("seal_to"_L1, v.sealTo, publicKeySize);
    a.defaulted("grace_seconds"_L1, v.graceSeconds);
    a.defaulted("emergency"_L1, v.emergency);
    a("expires_at"_L1, v.expiresAt);
    a.unlessEmpty("reason"_L1, v.reason);
    a.unlessEmpty("ticket"_L1, v.ticket);
}

template <typename A>
static void describe(A &a, Ref<A, SealedIssue> &v)
{
    a("credential"_L1, v.credential);
    a("generation"_L1, v.generation);
    a("sealed"_L1, v.sealed);
    a("void_at"_L1, v.voidAt);
}

template <typename A>
static void describe(A &a, Ref<A, AckRequest> &v)
{
    a.sized("digest"_L1, v.digest, digestSize);
}

template <typename A>
static void describe(A &a, Ref<A, ActRequest> &v)
{
    a.unlessEmpty("reason"_L1, v.reason);
    a.unlessEmpty("ticket"_L1, v.ticket);
}

template <typename A>
static void describe(A &a, Ref<A, GraceRequest> &v)
{
    a("until"_L1, v.until);
    a.unlessEmpty("reason"_L1, v.reason);
    a.unlessEmpty("ticket"_L1, v.ticket);
}

template <typename A>
static void describe(A &a, Ref<A, Probe> &v)
{
    a("gateway"_L1, v.gateway);
    a("accepted"_L1, v.accepted);
    a("status"_L1, v.status);
    a.unlessEmpty("decision_id"_L1, v.decisionId);
    a("at"_L1, v.at);
    a("snapshot"_L1, v.snapshot);
}

template <typename A>
static void describe(A &a, Ref<A, ProbeReport> &v)
{
    a("credential_id"_L1, v.credentialId);
    a("generation"_L1, v.generation);
    a("probes"_L1, v.probes);
    a("valid_until"_L1, v.validUntil);
}

template <typename A>
static void describe(A &a, Ref<A, PointProof> &v)
{
    a("gateway"_L1, v.gateway);
    a("outcome"_L1, v.outcome);
    a("before"_L1, v.before);
    a("after"_L1, v.after);
}

template <typename A>
static void describe(A &a, Ref<A, RevocationProof> &v)
{
    a("state"_L1, v.state);
    a("points"_L1, v.points);
}

template <typename A>
static void describe(A &a, Ref<A, RevocationReceipt> &v)
{
    a("credential"_L1, v.credential);
    a("effective_at"_L1, v.effectiveAt);
    a("durable"_L1, v.durable);
    a("tokens_cut"_L1, v.tokensEnded);
    a("proof"_L1, v.proof);
}

template <typename A>
static void describe(A &a, Ref<A, SourceUse> &v)
{
    a("generation"_L1, v.generation);
    a("source"_L1, v.source);
    a.unlessEmpty("user_agent"_L1, v.userAgent);
    a("first_seen_at"_L1, v.firstSeenAt);
    a("last_seen_at"_L1, v.lastSeenAt);
    a("calls"_L1, v.calls);
}

template <typename A>
static void describe(A &a, Ref<A, CredentialUse> &v)
{
    a("credential_id"_L1, v.credentialId);
    a("sources"_L1, v.sources);
    a("calls_last_15_min"_L1, v.callsLast15Min);
    a("calls_24h"_L1, v.calls24h);
    a("live_tokens"_L1, v.liveTokens);
    a("last_used_at"_L1, v.lastUsedAt);
}

PC_CODEC_FROM_DESCRIPTION(Generation)
PC_CODEC_FROM_DESCRIPTION(Credential)
PC_CODEC_FROM_DESCRIPTION(IssueRequest)
PC_CODEC_FROM_DESCRIPTION(RotateRequest)
PC_CODEC_FROM_DESCRIPTION(SealedIssue)
PC_CODEC_FROM_DESCRIPTION(AckRequest)
PC_CODEC_FROM_DESCRIPTION(ActRequest)
PC_CODEC_FROM_DESCRIPTION(GraceRequest)
PC_CODEC_FROM_DESCRIPTION(ProbeReport)
PC_CODEC_FROM_DESCRIPTION(RevocationReceipt)
PC_CODEC_FROM_DESCRIPTION(CredentialUse)

} // namespace pc
