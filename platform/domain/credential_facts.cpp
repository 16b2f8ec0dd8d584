// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/credential_facts.h"

#include "contract/rules/credential_kinds.h"

#include <algorithm>

namespace pc::platform::life_cycle {

GenerationState stateOf(const HeldGeneration &generation)
{
    if (generation.state == GenerationState::Pending && !generation.waiting)
        return GenerationState::Void;
    if (generation.state == GenerationState::Grace && !generation.valid)
        return GenerationState::Ended;
    return generation.state;
}

CredentialState stateOf(const HeldCredential &credential)
{
    if (credential.revoked)
        return CredentialState::Revoked;
    const auto &all = credential.generations;
    const bool everActive =
        std::any_of(all.begin(), all.end(), [](const HeldGeneration &each) { return each.acknowledged; });
    const bool waiting =
        std::any_of(all.begin(), all.end(), [](const HeldGeneration &each) { return each.waiting; });
    if (!everActive && !waiting)
        return CredentialState::Void;
    if (credential.expired)
        return CredentialState::Expired;
    if (!everActive)
        return CredentialState::Pending;
    if (credential.suspended)
        return CredentialState::Suspended;
    const auto valid =
        std::count_if(all.begin(), all.end(), [](const HeldGeneration &each) { return each.valid; });
    return valid >= 2 ? CredentialState::Rotating : CredentialState::Active;
}

pc::rules::CredentialFacts factsOf(const HeldCredential &credential, int generation)
{
    pc::rules::CredentialFacts facts{.state = stateOf(credential),
                                     .rotates = pc::rules::traitsOf(credential.kind).rotates};
    bool inForce = false;
    bool inGrace = false;
    for (const HeldGeneration &each : credential.generations) {
        inGrace = inGrace || (each.valid && each.state == GenerationState::Grace);
        inForce = inForce || (each.valid && each.state == GenerationState::Active && each.acknowledged);
        if (each.number == generation) {
            facts.generation = stateOf(each);
            facts.acknowledged = each.acknowledged;
        }
    }
    facts.inGrace = inGrace && inForce;
    return facts;
}

} // namespace pc::platform::life_cycle
