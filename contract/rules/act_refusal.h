// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/operations.h"
#include "contract/api/problem_codes.h"
#include "contract/types/credential.h"
#include "contract/types/gate.h"
#include "contract/types/partner.h"

#include <algorithm>
#include <array>
#include <optional>

/// Whether an act applies in a state: the one judgement. The service refuses by it, tells beforehand by it
/// what the store will refuse, and the console offers by it what can be done. What an act's own values say
/// (a date, a digest) is not asked here. Pure.
namespace pc::rules {

/// What an act on a credential is judged by, at the instant of the act.
struct CredentialFacts
{
    CredentialState state = CredentialState::Unknown;
    bool inGrace = false; ///< an older generation is valid beside the one in force, suspended or not
    bool rotates = false; ///< its kind can be rotated (credential_kinds.h)
    /// Of CredentialRotate: it drops the older of two valid generations.
    bool emergency = false;
    /// Of CredentialAck: the generation that is acknowledged.
    GenerationState generation = GenerationState::Unknown;
    bool acknowledged = false; ///< that generation was so already
    bool operator==(const CredentialFacts &) const = default;
};

/// What an act on a partner is judged by, and whether it may hold a credential.
struct PartnerFacts
{
    PartnerStatus status = PartnerStatus::Unknown;
    Stage stage = Stage::Unknown;
    Realm realm = Realm::Unknown; ///< of holderRefusal(), CredentialIssue, CredentialRotate: the credential's
};

/// Why the act does not apply; nothing when it does, or when its row says that no credential's state matters
/// (Operation::judgedBy).
[[nodiscard]] std::optional<ProblemCode> refusalOf(Op op, const CredentialFacts &facts);
/// Likewise of a partner's state; of CredentialIssue and CredentialRotate: of the partner that holds it.
[[nodiscard]] std::optional<ProblemCode> refusalOf(Op op, const PartnerFacts &facts);

/// Whether a partner may hold what lets it call in the realm: why not, PartnerNotActive or StageTooLow. The
/// one part that issuing, rotating and every call of what was issued have in common; what only an act is
/// refused for belongs into refusalOf().
[[nodiscard]] std::optional<ProblemCode> holderRefusal(const PartnerFacts &facts);

/// As the API shows them. (`emergency` as the act will have it.) `generation`: the number of the one that is
/// acknowledged, where that is the act.
[[nodiscard]] CredentialFacts factsOf(const Credential &credential, int generation = 0);
[[nodiscard]] PartnerFacts factsOf(const Partner &partner, Realm realm = Realm::Unknown);

/// The older of two valid generations, also while the credential is suspended; nullptr when there is none.
[[nodiscard]] const Generation *generationInGrace(const Credential &credential);

/// A credential is in force: it authenticates, rotates, can be suspended.
inline constexpr std::array livingStates{CredentialState::Active, CredentialState::Rotating};
[[nodiscard]] constexpr bool isLiving(CredentialState state)
{
    return std::find(livingStates.begin(), livingStates.end(), state) != livingStates.end();
}

/// There is a next stage, and every gate to it is passed.
[[nodiscard]] bool allPassed(const StageGates &gates);

} // namespace pc::rules
