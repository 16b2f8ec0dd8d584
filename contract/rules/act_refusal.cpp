// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/act_refusal.h"

#include "contract/rules/credential_kinds.h"
#include "contract/rules/limits.h"

#include <algorithm>
#include <cstdlib>

namespace pc::rules {

namespace {

using Refusal = std::optional<ProblemCode>;

Refusal unlessLiving(CredentialState state)
{
    if (isLiving(state))
        return {};
    return state == CredentialState::Revoked ? ProblemCode::AlreadyRevoked : ProblemCode::NotActive;
}

/// What a credential is refused for whatever else holds of it.
Refusal ifOver(CredentialState state)
{
    if (state == CredentialState::Revoked)
        return ProblemCode::AlreadyRevoked;
    return state == CredentialState::Expired ? Refusal(ProblemCode::NotActive) : Refusal();
}

Refusal ofRotation(const CredentialFacts &facts)
{
    if (const Refusal refusal = unlessLiving(facts.state))
        return refusal;
    if (!facts.rotates) // a grace that is there can be ended all the same
        return ProblemCode::NotRotating;
    return facts.inGrace && !facts.emergency ? Refusal(ProblemCode::TwoGenerationsValid) : Refusal();
}

Refusal ofAcknowledgement(const CredentialFacts &facts)
{
    if (facts.acknowledged)
        return ProblemCode::AlreadyAcknowledged;
    if (const Refusal refusal = ifOver(facts.state))
        return refusal;
    return facts.generation == GenerationState::Pending ? Refusal() : Refusal(ProblemCode::NothingPending);
}

Refusal ofGrace(const CredentialFacts &facts)
{
    if (const Refusal refusal = ifOver(facts.state))
        return refusal;
    return facts.inGrace ? Refusal() : Refusal(ProblemCode::NotRotating);
}

/// As its row says; whose: Partner or Credential.
bool isJudgedBy(Op op, JudgedBy whose)
{
    const JudgedBy by = operation(op).judgedBy;
    return by == whose || by == JudgedBy::CredentialAndHolder;
}

} // namespace

std::optional<ProblemCode> holderRefusal(const PartnerFacts &facts)
{
    if (facts.status != PartnerStatus::Active)
        return ProblemCode::PartnerNotActive;
    // The sandbox stays open, whatever stage the partner has reached.
    const bool open = facts.realm == Realm::Sandbox ||
                      (facts.realm == Realm::Production && realmOf(facts.stage) == Realm::Production);
    return open ? Refusal() : Refusal(ProblemCode::StageTooLow);
}

std::optional<ProblemCode> refusalOf(Op op, const CredentialFacts &facts)
{
    if (!isJudgedBy(op, JudgedBy::Credential))
        return {};
    switch (op) {
    case Op::CredentialAck:
        return ofAcknowledgement(facts);
    case Op::CredentialRotate:
        return ofRotation(facts);
    case Op::CredentialGrace:
        return ofGrace(facts);
    case Op::CredentialSuspend:
        return unlessLiving(facts.state);
    case Op::CredentialResume:
        return facts.state == CredentialState::Suspended ? Refusal() : Refusal(ProblemCode::NotSuspended);
    case Op::CredentialRevoke: // from every state but its own: what is void or expired is closed for good
        return facts.state == CredentialState::Revoked ? Refusal(ProblemCode::AlreadyRevoked) : Refusal();
    default: // its row says that it is judged, and nothing says how
        std::abort();
    }
}

std::optional<ProblemCode> refusalOf(Op op, const PartnerFacts &facts)
{
    if (!isJudgedBy(op, JudgedBy::Partner))
        return {};
    switch (op) {
    case Op::CredentialIssue:
    case Op::CredentialRotate:
        return holderRefusal(facts);
    case Op::PartnerPromote: // that a gate is open is told with the gates
    case Op::PartnerFreeze:
        return facts.status == PartnerStatus::Active ? Refusal() : Refusal(ProblemCode::PartnerNotActive);
    case Op::PartnerUnfreeze:
        return facts.status == PartnerStatus::Frozen ? Refusal() : Refusal(ProblemCode::NotFrozen);
    default: // its row says that it is judged, and nothing says how
        std::abort();
    }
}

CredentialFacts factsOf(const Credential &credential, int generation)
{
    CredentialFacts facts{.state = credential.state,
                          .inGrace = generationInGrace(credential) != nullptr,
                          .rotates = traitsOf(credential.kind).rotates};
    for (const Generation &each : credential.generations) {
        if (each.number == generation) {
            facts.generation = each.state;
            facts.acknowledged = each.acknowledgedAt.has_value();
        }
    }
    return facts;
}

PartnerFacts factsOf(const Partner &partner, Realm realm)
{
    return {partner.status, partner.stage, realm};
}

const Generation *generationInGrace(const Credential &credential)
{
    const auto found = std::find_if(
        credential.generations.begin(), credential.generations.end(), [](const Generation &generation) {
            return generation.state == GenerationState::Grace ||
                   (generation.state == GenerationState::Suspended && generation.graceUntil);
        });
    return found == credential.generations.end() ? nullptr : &*found;
}

bool allPassed(const StageGates &gates)
{
    return gates.next != Stage::Unknown &&
           std::all_of(gates.gates.begin(), gates.gates.end(), [](const Gate &gate) { return gate.passed; });
}

} // namespace pc::rules
