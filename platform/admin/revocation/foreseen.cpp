// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/revocation/foreseen.h"

#include "platform/domain/credential_facts.h"
#include "platform/domain/grant_rules.h"
#include "platform/domain/partner_rules.h"

#include <algorithm>

namespace pc::platform::foreseen {

namespace {

life_cycle::HeldCredential heldOf(const CredentialRule &credential, Instant now)
{
    life_cycle::HeldCredential held{.kind = credential.kind,
                                    .revoked = credential.state == CredentialState::Revoked,
                                    .suspended = credential.state == CredentialState::Suspended,
                                    .expired = credential.state == CredentialState::Expired ||
                                               credential.expiresAt <= now};
    for (const GenerationRule &each : credential.generations) {
        const bool waiting =
            each.state == GenerationState::Pending && each.pending && now < each.pending->voidAt;
        held.generations.append({.number = each.number,
                                 .state = each.state,
                                 .valid = CredentialRule::isValid(each, now),
                                 .waiting = waiting,
                                 .acknowledged = each.acknowledged});
    }
    return held;
}

} // namespace

pc::rules::CredentialFacts factsOf(const CredentialRule &credential, Instant now, int generation)
{
    return life_cycle::factsOf(heldOf(credential, now), generation);
}

bool mayFreeze(const PartnerRule &partner)
{
    return !pc::rules::refusalOf(Op::PartnerFreeze, {.status = partner.status, .stage = partner.stage});
}

bool mayRevoke(const CredentialRule &credential)
{
    return !pc::rules::refusalOf(Op::CredentialRevoke, {.state = credential.state});
}

bool maySuspend(const CredentialRule &credential, Instant now)
{
    return !pc::rules::refusalOf(Op::CredentialSuspend, factsOf(credential, now));
}

bool mayRotate(const CredentialRule &credential, const PartnerRule &partner, Instant now)
{
    pc::rules::CredentialFacts facts = factsOf(credential, now);
    facts.emergency = true;
    const pc::rules::PartnerFacts holder{partner.status, partner.stage, credential.realm};
    return !pc::rules::refusalOf(Op::CredentialRotate, facts) &&
           !pc::rules::refusalOf(Op::CredentialRotate, holder);
}

bool mayShortenGrace(const CredentialRule &credential, Instant now)
{
    return !pc::rules::refusalOf(Op::CredentialGrace, factsOf(credential, now));
}

std::optional<int> endedByAck(const CredentialRule &credential, int number, Instant now)
{
    const GenerationRule *waiting = credential.generation(number);
    if (waiting == nullptr)
        return {};
    if (pc::rules::refusalOf(Op::CredentialAck, factsOf(credential, now, number)))
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
    const EditFacts &facts = partner.facts;
    if (!draft.owner.isEmpty() && draft.owner != facts.owner && !isOwner(draft.owner))
        return false;
    if (draft.slug != facts.slug && policy.isSlugTaken(draft.slug, partner.id))
        return false;
    if (!policy.planLimits(draft.planId) ||
        !domain::checkVerifications(draft.contacts, facts.unnumbered).isEmpty())
        return false;
    return domain::checkAgreedUse({facts.lawfulBasis, facts.dataCategories},
                                  {draft.lawfulBasis, draft.dataCategories}, partner.scopes, policy.scopes())
        .isEmpty();
}

} // namespace pc::platform::foreseen
