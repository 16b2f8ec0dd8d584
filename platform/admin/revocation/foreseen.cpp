// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/revocation/foreseen.h"

#include "platform/domain/grant_rules.h"
#include "platform/domain/partner_access.h"
#include "platform/domain/partner_rules.h"

#include <algorithm>

namespace pc::platform::foreseen {

namespace {

bool isLiving(const CredentialRule &credential, Instant now)
{
    return (credential.state == CredentialState::Active || credential.state == CredentialState::Rotating) &&
           credential.expiresAt > now;
}

} // namespace

bool mayFreeze(const PartnerRule &partner)
{
    return partner.status == PartnerStatus::Active;
}

bool mayRevoke(const CredentialRule &credential)
{
    return credential.state != CredentialState::Revoked;
}

bool maySuspend(const CredentialRule &credential, Instant now)
{
    return isLiving(credential, now);
}

bool mayRotate(const CredentialRule &credential, const PartnerRule &partner, Instant now)
{
    return isLiving(credential, now) &&
           rules::judgePartner(partner.status, partner.stage, credential.realm) == DecisionReason::Allowed;
}

bool mayShortenGrace(const CredentialRule &credential, Instant now)
{
    const auto hasValid = [&](GenerationState state) {
        return std::any_of(credential.generations.begin(), credential.generations.end(),
                           [&](const GenerationRule &each) {
                               return each.state == state && CredentialRule::isValid(each, now);
                           });
    };
    return mayRevoke(credential) && credential.expiresAt > now && hasValid(GenerationState::Grace) &&
           hasValid(GenerationState::Active);
}

std::optional<int> endedByAck(const CredentialRule &credential, int number, Instant now)
{
    const GenerationRule *waiting = credential.generation(number);
    if (!mayRevoke(credential) || credential.expiresAt <= now || waiting == nullptr || !waiting->pending ||
        waiting->pending->voidAt <= now)
        return {};
    const bool endsActive = waiting->pending->graceSeconds <= 0;
    for (const GenerationRule &older : credential.generations) {
        const bool ends =
            older.state == GenerationState::Grace || (endsActive && older.state == GenerationState::Active);
        if (ends && CredentialRule::isValid(older, now))
            return older.number;
    }
    return {};
}

bool mayEdit(const PartnerDraft &draft, const PartnerRule &partner, const Policy &policy,
             const std::function<bool(const QString &)> &isOwner)
{
    const PartnerFacts &facts = partner.facts;
    if (!draft.owner.isEmpty() && draft.owner != facts.owner && !isOwner(draft.owner))
        return false;
    if (draft.slug != facts.slug && policy.isSlugTaken(draft.slug, partner.id))
        return false;
    if (!policy.planLimits(draft.planId) ||
        !rules::checkVerifications(draft.contacts, facts.unnumbered).isEmpty())
        return false;
    return draft.lawfulBasis == facts.lawfulBasis ||
           rules::checkScopes(partner.scopes, policy.scopes(), draft.lawfulBasis, {}).isEmpty();
}

} // namespace pc::platform::foreseen
