// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/act_refusal.h"
#include "contract/types/enums.h"

#include <QVarLengthArray>

/// What a credential is judged by at an instant, whoever holds it: the store's row (credential_life_cycle.h)
/// or the policy's rule (admin/revocation/foreseen.h). Both say what they hold; what follows stands here.
/// Pure.
namespace pc::platform::life_cycle {

struct HeldGeneration
{
    int number = 0;
    GenerationState state = GenerationState::Unknown; ///< as kept; the clock has not been asked
    bool valid = false;                               ///< accepted now (contract/rules/secret_life.h)
    bool waiting = false;                             ///< for its acknowledgement, and not void yet
    bool acknowledged = false;                        ///< it has come into force, now or before
};

struct HeldCredential
{
    CredentialKind kind = CredentialKind::Unknown;
    bool revoked = false;
    bool suspended = false;
    bool expired = false;
    QVarLengthArray<HeldGeneration, 4> generations = {};
};

/// States by the clock.
[[nodiscard]] GenerationState stateOf(const HeldGeneration &generation);
[[nodiscard]] CredentialState stateOf(const HeldCredential &credential);
/// What an act is judged by (contract/rules/act_refusal.h). `generation`: the number of the one that is
/// acknowledged, where that is the act.
[[nodiscard]] pc::rules::CredentialFacts factsOf(const HeldCredential &credential, int generation = 0);

} // namespace pc::platform::life_cycle
