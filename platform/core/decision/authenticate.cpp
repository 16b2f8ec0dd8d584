// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/decision/authenticate.h"

#include "platform/core/catalogue/route_catalogue.h"

namespace pc::platform {
namespace {

using namespace std::chrono_literals;
using pc::rules::Authentication;

/// How far a token's iat may lie ahead: clocks of two nodes differ a little.
constexpr auto clockSkew = 60s;

Identity because(DecisionReason reason)
{
    Identity identity;
    identity.reason = reason;
    return identity;
}

Identity byKey(const Policy &policy, const PepperRing &peppers, const CredentialText &text, bool blocked,
               Instant now)
{
    Identity identity;
    identity.id16 = text.id;
    const Policy::CredentialPtr credential = policy.credential(text.id);
    const bool usable =
        credential && isAuthentication(credential->kind, Authentication::EveryCall, text.type) && !blocked;
    const GenerationRule *generation = nullptr;
    if (usable)
        generation = matchingGeneration(*credential, peppers, text.secret);
    else
        (void)peppers.holdsNothing(text.secret);
    if (generation == nullptr) {
        identity.reason = DecisionReason::UnknownCredential;
        return identity;
    }
    identity.credential = credential;
    identity.generation = generation->number;
    identity.scopes = credential->scopes;
    // The text's realm decides nothing, but a key that says another realm than its own was tampered with.
    identity.reason = text.realm == credential->realm ? judgeGeneration(*credential, generation, now)
                                                      : DecisionReason::WrongRealm;
    return identity;
}

Identity byToken(const Policy &policy, const TokenClaims &claims, Instant now)
{
    Identity identity;
    identity.id16 = claims.id16;
    identity.generation = claims.generation;
    identity.scopes = claims.scopes;
    identity.probe = claims.probe;
    identity.audience = claims.audience;
    const Policy::CredentialPtr credential = policy.credential(claims.id16);
    if (!credential || pc::rules::traitsOf(credential->kind).authentication == Authentication::None) {
        identity.reason = DecisionReason::UnknownCredential;
        return identity;
    }
    if (credential->partnerId != claims.partnerId) {
        identity.reason = DecisionReason::TokenInvalid;
        return identity;
    }
    identity.credential = credential;
    if (credential->realm != claims.realm)
        identity.reason = DecisionReason::WrongRealm;
    else if (claims.issuedAt > now + clockSkew || claims.expiresAt <= claims.issuedAt)
        identity.reason = DecisionReason::TokenInvalid;
    else if (now >= claims.expiresAt)
        identity.reason = DecisionReason::TokenExpired;
    else if (policy.isDenied(claims.jti))
        identity.reason = DecisionReason::TokenRevoked;
    else
        identity.reason = judgeGeneration(*credential, credential->generation(claims.generation), now);
    return identity;
}

Identity byLegacyKey(const Policy &policy, const presented::Legacy &key, bool blocked, Instant now)
{
    Identity identity;
    identity.reason = key.unproved ? DecisionReason::KeyCheckBusy : DecisionReason::UnknownCredential;
    const QByteArray *id16 = nullptr;
    for (const QByteArray &lookup : key.lookups) {
        if (const QByteArray *found = policy.legacyKeys().find(lookup))
            id16 = found;
    }
    const Policy::CredentialPtr credential =
        id16 != nullptr && !blocked ? policy.credential(*id16) : Policy::CredentialPtr();
    if (!credential || !credential->legacy || credential->generations.empty())
        return identity;
    const GenerationRule &generation = credential->generations.back();
    identity.id16 = *id16;
    identity.credential = credential;
    identity.generation = generation.number;
    identity.scopes = credential->scopes;
    identity.reason = judgeGeneration(*credential, &generation, now);
    return identity;
}

Identity byAssumption(const Policy &policy, const presented::Assumed &assumed, Instant now)
{
    Identity identity;
    identity.id16 = assumed.id16;
    identity.generation = assumed.generation;
    identity.scopes = assumed.scopes;
    identity.credential = policy.credential(assumed.id16);
    identity.reason =
        identity.credential
            ? judgeGeneration(*identity.credential, identity.credential->generation(assumed.generation), now)
            : DecisionReason::UnknownCredential;
    return identity;
}

} // namespace

const GenerationRule *matchingGeneration(const CredentialRule &credential, const PepperRing &peppers,
                                         const Secret &secret)
{
    const GenerationRule *found = nullptr;
    for (const GenerationRule &each : credential.generations) {
        if (peppers.holds(credential, each, secret)) // never without a verifier, after the same work
            found = &each;
    }
    if (credential.generations.empty())
        (void)peppers.holdsNothing(secret);
    return found;
}

DecisionReason judgeGeneration(const CredentialRule &credential, const GenerationRule *generation,
                               Instant now)
{
    switch (credential.state) {
    case CredentialState::Revoked:
        return DecisionReason::CredentialRevoked;
    case CredentialState::Suspended:
        return DecisionReason::CredentialSuspended;
    case CredentialState::Expired:
        return DecisionReason::CredentialExpired;
    case CredentialState::Pending:
    case CredentialState::Void:
        return DecisionReason::CredentialPending;
    case CredentialState::Active:
    case CredentialState::Rotating:
        break;
    case CredentialState::Unknown:
        return DecisionReason::UnknownCredential;
    }
    if (now >= credential.expiresAt)
        return DecisionReason::CredentialExpired;
    if (generation == nullptr)
        return DecisionReason::CredentialRevoked; // dropped from the policy: it ended
    switch (generation->state) {
    case GenerationState::Active:
    case GenerationState::Grace:
        return CredentialRule::isValid(*generation, now) ? DecisionReason::Allowed
                                                         : DecisionReason::CredentialExpired;
    case GenerationState::Pending:
    case GenerationState::Void:
        return DecisionReason::CredentialPending;
    case GenerationState::Suspended:
        return DecisionReason::CredentialSuspended;
    case GenerationState::Ended:
    case GenerationState::Revoked:
        return DecisionReason::CredentialRevoked;
    case GenerationState::Unknown:
        break;
    }
    return DecisionReason::UnknownCredential;
}

bool isAuthentication(CredentialKind kind, Authentication way, CredentialTextType form)
{
    const pc::rules::CredentialKindTraits &traits = pc::rules::traitsOf(kind);
    return traits.authentication == way && traits.secret == form;
}

Identity authenticate(const Policy &policy, const PepperRing &peppers, const DecisionRequest &request,
                      Instant now)
{
    struct Visitor
    {
        const Policy &policy;
        const PepperRing &peppers;
        const DecisionRequest &request;
        Instant now;

        Identity operator()(const presented::Nothing &) const
        {
            return because(DecisionReason::MissingCredential);
        }
        Identity operator()(const presented::Multiple &) const
        {
            return because(DecisionReason::MultipleCredentials);
        }
        Identity operator()(const presented::Malformed &) const
        {
            return because(DecisionReason::MalformedCredential);
        }
        Identity operator()(const presented::BadToken &) const
        {
            return because(DecisionReason::TokenInvalid);
        }
        Identity operator()(const presented::Key &key) const
        {
            return byKey(policy, peppers, key.text, request.sourceBlocked, now);
        }
        Identity operator()(const presented::Token &token) const
        {
            return byToken(policy, token.claims, now);
        }
        Identity operator()(const presented::Legacy &key) const
        {
            return byLegacyKey(policy, key, request.sourceBlocked, now);
        }
        Identity operator()(const presented::Assumed &assumed) const
        {
            return byAssumption(policy, assumed, now);
        }
    };
    return std::visit(Visitor{policy, peppers, request, now}, request.presented);
}

} // namespace pc::platform
