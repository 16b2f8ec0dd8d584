// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/revocation/foreseen.h"

#include "contract/rules/act_refusal.h"
#include "platform/domain/grant_rules.h"
#include "platform/domain/partner_rules.h"

#include <algorithm>

namespace pc::platform::foreseen {

namespace {

bool hasValid(const CredentialRule &credential, GenerationState state, Instant now)
{
    return std::any_of(credential.generations.begin(), credential.generations.end(),
                       [&](const GenerationRule &each) {
                           return each.state == state && CredentialRule::isValid(each, now);
                       });
}

pc::rules::CredentialFacts factsOf(const CredentialRule &credential, Instant now)
{
    const bool over = credential.expiresAt <= now && mayRevoke(credential);
    return {.state = over ? CredentialState::Expired : credential.state,
            .inGrace = hasValid(credential, GenerationState::Grace, now) &&
                       hasValid(credential, GenerationState::Active, now)};
}

} // namespace

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
    pc::rules::CredentialFacts facts = factsOf(credential, now);
    const bool pending = waiting->pending && now < waiting->pending->voidAt;
    facts.generation = pending ? GenerationState::Pending : GenerationState::Void;
    if (pc::rules::refusalOf(Op::CredentialAck, facts))
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
    return draft.lawfulBasis == facts.lawfulBasis ||
           domain::checkScopes(partner.scopes, policy.scopes(), draft.lawfulBasis, {}).isEmpty();
}

} // namespace pc::platform::foreseen
