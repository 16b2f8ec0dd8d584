// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/credential_life_cycle.h"

#include "contract/rules/secret_life.h"
#include "platform/domain/credential_facts.h"

#include <algorithm>

namespace pc::platform::life_cycle {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Refusal> refuse(ProblemCode code, const QString &detail)
{
    return tl::make_unexpected(Refusal{code, detail});
}

void forgetSecret(GenerationRow &generation)
{
    generation.sealed.clear();
    generation.ackVerifier.clear();
    generation.voidAt.reset();
}

void end(GenerationRow &generation, GenerationState state, const QDateTime &at)
{
    generation.value.state = state;
    generation.value.endedAt = at;
    forgetSecret(generation);
}

bool isOver(GenerationState state)
{
    return state == GenerationState::Ended || state == GenerationState::Void ||
           state == GenerationState::Revoked;
}

bool isPendingAt(const GenerationRow &generation, const QDateTime &now)
{
    return generation.value.state == GenerationState::Pending && generation.voidAt &&
           *generation.voidAt > now;
}

HeldGeneration heldOf(const GenerationRow &generation, const QDateTime &now)
{
    return {.number = generation.value.number,
            .state = generation.value.state,
            .valid = isValid(generation, now),
            .waiting = isPendingAt(generation, now),
            .acknowledged = generation.value.acknowledgedAt.has_value()};
}

HeldCredential heldOf(const CredentialRow &row, const QDateTime &now)
{
    HeldCredential held{.kind = row.value.kind,
                        .revoked = row.value.revokedAt.has_value(),
                        .suspended = row.suspended,
                        .expired = row.value.expiresAt <= now};
    for (const GenerationRow &generation : row.generations)
        held.generations.append(heldOf(generation, now));
    return held;
}

GenerationState generationStateAt(const GenerationRow &generation, const QDateTime &now)
{
    return stateOf(heldOf(generation, now));
}

/// Brings the stored summary in line after an event.
CredentialRow settled(CredentialRow row, const QDateTime &now)
{
    row.value.version += 1;
    row.value.state = life_cycle::stateAt(row, now);
    std::optional<QDateTime> next;
    const auto consider = [&next](const std::optional<QDateTime> &at) {
        if (at && (!next || *at < *next))
            next = at;
    };
    if (!row.value.revokedAt) {
        if (row.value.state != CredentialState::Expired && row.value.state != CredentialState::Void)
            consider(row.value.expiresAt);
        for (const GenerationRow &generation : std::as_const(row.generations)) {
            if (generation.value.state == GenerationState::Pending)
                consider(generation.voidAt);
            if (generation.value.state == GenerationState::Grace)
                consider(generation.value.graceUntil);
        }
    }
    row.nextEventAt = next;
    return row;
}

/// The refusal in English, for logs and "Details".
QString detailOf(Op op, ProblemCode code, CredentialState state)
{
    switch (code) {
    case ProblemCode::AlreadyRevoked:
        return u"The credential was revoked."_s;
    case ProblemCode::AlreadyAcknowledged:
        return u"This generation was acknowledged already."_s;
    case ProblemCode::NothingPending:
        return u"This generation does not wait for an acknowledgement (any more)."_s;
    case ProblemCode::TwoGenerationsValid:
        return u"Two generations are valid already. End the grace first, or rotate in an emergency."_s;
    case ProblemCode::NotRotating:
        return op == Op::CredentialRotate ? u"Nothing of this kind of credential can be rotated."_s
                                          : u"No older generation is in its grace."_s;
    case ProblemCode::NotSuspended:
        return u"The credential is not suspended."_s;
    default:
        break;
    }
    switch (state) {
    case CredentialState::Expired:
        return u"The credential has expired."_s;
    case CredentialState::Suspended:
        return u"The credential is suspended."_s;
    case CredentialState::Pending:
        return u"The credential was never acknowledged."_s;
    default:
        return u"The credential is void."_s;
    }
}

Outcome<void> judged(Op op, const pc::rules::CredentialFacts &facts)
{
    if (const auto code = pc::rules::refusalOf(op, facts))
        return refuse(*code, detailOf(op, *code, facts.state));
    return {};
}

GenerationRow pending(const FreshGeneration &fresh, int number, const RotationTerms &terms,
                      const QDateTime &now)
{
    GenerationRow generation;
    generation.value.number = number;
    generation.value.state = GenerationState::Pending;
    generation.value.lastFour = fresh.lastFour;
    generation.value.createdAt = now;
    generation.voidAt = now.addSecs(pc::rules::voidAfterSeconds);
    generation.graceSeconds = terms.graceSeconds;
    generation.expiresAt = terms.expiresAt;
    generation.verifier = fresh.verifier;
    generation.pepperVersion = fresh.pepperVersion;
    generation.sealed = fresh.sealed;
    generation.ackVerifier = fresh.ackVerifier;
    return generation;
}

} // namespace

bool isValid(const GenerationRow &generation, const QDateTime &now)
{
    return pc::rules::isValid(generation.value.state, generation.value.graceUntil, now);
}

CredentialState stateAt(const CredentialRow &row, const QDateTime &now)
{
    return stateOf(heldOf(row, now));
}

Credential present(const CredentialRow &row, const QDateTime &now)
{
    Credential credential = row.value;
    credential.state = stateAt(row, now);
    credential.generations.clear();
    for (const GenerationRow &generation : row.generations) {
        Generation value = generation.value;
        value.state = generationStateAt(generation, now);
        if (row.suspended && isValid(generation, now) && credential.state == CredentialState::Suspended)
            value.state = GenerationState::Suspended;
        if (value.state == GenerationState::Ended && !value.endedAt)
            value.endedAt = value.graceUntil;
        if (value.state == GenerationState::Void && !value.endedAt)
            value.endedAt = generation.voidAt;
        credential.generations.prepend(value);
    }
    return credential;
}

int nextNumber(const CredentialRow &row)
{
    return row.generations.isEmpty() ? 1 : row.generations.constLast().value.number + 1;
}

CredentialRow issued(CredentialRow row, const FreshGeneration &fresh, const QDateTime &now)
{
    row.generations = {pending(fresh, 1, {}, now)};
    row.value.createdAt = now;
    row.suspended = false;
    return settled(std::move(row), now);
}

CredentialRow imported(CredentialRow row, const QDateTime &now)
{
    GenerationRow only;
    only.value.number = 1;
    only.value.state = GenerationState::Active;
    only.value.createdAt = now;
    only.value.acknowledgedAt = now;
    row.generations = {only};
    row.value.createdAt = now;
    row.suspended = false;
    return settled(std::move(row), now);
}

pc::rules::CredentialFacts factsOf(const CredentialRow &row, const QDateTime &now, int generation)
{
    return factsOf(heldOf(row, now), generation);
}

Outcome<CredentialRow> acknowledged(CredentialRow row, int number, const QDateTime &now)
{
    if (const auto may = judged(Op::CredentialAck, factsOf(row, now, number)); !may)
        return tl::make_unexpected(may.error());
    const auto found = std::find_if(row.generations.begin(), row.generations.end(),
                                    [number](const GenerationRow &g) { return g.value.number == number; });
    for (GenerationRow &older : row.generations) {
        if (&older == &*found || isOver(older.value.state))
            continue;
        if (older.value.state == GenerationState::Pending) {
            end(older, GenerationState::Void, now);
        } else if (older.value.state == GenerationState::Grace || found->graceSeconds <= 0) {
            end(older, GenerationState::Ended, now); // at most two are valid
        } else {
            const QDateTime end = std::min(row.value.expiresAt, pc::rules::latestEnd(older.value.createdAt));
            older.value.state = GenerationState::Grace;
            older.value.graceUntil = std::min(now.addSecs(found->graceSeconds), end);
            older.expiresAt = end; // its own, whatever the credential gets now
        }
    }
    if (found->expiresAt)
        row.value.expiresAt = *found->expiresAt;
    found->value.state = GenerationState::Active;
    found->value.acknowledgedAt = now;
    forgetSecret(*found);
    return settled(std::move(row), now);
}

Outcome<void> mayRotate(const CredentialRow &row, bool emergency, const QDateTime &now)
{
    pc::rules::CredentialFacts facts = factsOf(row, now);
    facts.emergency = emergency;
    return judged(Op::CredentialRotate, facts);
}

Outcome<CredentialRow> rotated(CredentialRow row, const FreshGeneration &fresh, const RotationTerms &terms,
                               const QDateTime &now)
{
    if (const auto may = mayRotate(row, terms.emergency, now); !may)
        return tl::make_unexpected(may.error());
    for (GenerationRow &generation : row.generations) {
        if (generation.value.state == GenerationState::Pending)
            end(generation, GenerationState::Void, now);
        else if (generation.value.state == GenerationState::Grace)
            end(generation, GenerationState::Ended, now); // emergency, or over by the clock already
    }
    row.generations.append(pending(fresh, nextNumber(row), terms, now));
    return settled(std::move(row), now);
}

Outcome<CredentialRow> graceMoved(CredentialRow row, const QDateTime &until, const QDateTime &now)
{
    if (const auto may = judged(Op::CredentialGrace, factsOf(row, now)); !may)
        return tl::make_unexpected(may.error());
    GenerationRow *older = nullptr;
    std::optional<QDateTime> startedAt;
    for (GenerationRow &generation : row.generations) {
        if (!isValid(generation, now))
            continue;
        if (generation.value.state == GenerationState::Grace)
            older = &generation;
        else if (generation.value.acknowledgedAt)
            startedAt = generation.value.acknowledgedAt;
    }
    if (until <= now) {
        older->value.graceUntil = now;
        end(*older, GenerationState::Ended, now);
    } else {
        if (until > startedAt->addSecs(pc::rules::maxGraceSeconds))
            return refuse(ProblemCode::GraceTooLong,
                          u"The grace may last seven days from the acknowledgement at most."_s);
        const QDateTime end = older->expiresAt.value_or(row.value.expiresAt);
        if (until > std::min(end, pc::rules::latestEnd(older->value.createdAt)))
            return refuse(ProblemCode::GraceTooLong,
                          u"No secret lives longer than a year from its issue, or than its credential."_s);
        older->value.graceUntil = until;
    }
    return settled(std::move(row), now);
}

std::optional<QDateTime> graceEnd(const CredentialRow &row, const QDateTime &now)
{
    for (const GenerationRow &generation : row.generations) {
        if (generation.value.graceUntil && generationStateAt(generation, now) == GenerationState::Grace)
            return generation.value.graceUntil;
    }
    return {};
}

Outcome<CredentialRow> generationEnded(CredentialRow row, int number, const QDateTime &now)
{
    if (row.value.revokedAt)
        return refuse(ProblemCode::AlreadyRevoked, u"The credential was revoked."_s);
    for (GenerationRow &generation : row.generations) {
        if (generation.value.number != number || !isValid(generation, now))
            continue;
        if (generation.value.graceUntil)
            generation.value.graceUntil = now;
        end(generation, GenerationState::Ended, now);
        return settled(std::move(row), now);
    }
    return refuse(ProblemCode::NotRotating, u"This generation is not valid any more."_s);
}

Outcome<CredentialRow> suspended(CredentialRow row, const QDateTime &now)
{
    if (const auto may = judged(Op::CredentialSuspend, factsOf(row, now)); !may)
        return tl::make_unexpected(may.error());
    row.suspended = true;
    return settled(std::move(row), now);
}

Outcome<CredentialRow> resumed(CredentialRow row, const QDateTime &now)
{
    if (const auto may = judged(Op::CredentialResume, factsOf(row, now)); !may)
        return tl::make_unexpected(may.error());
    row.suspended = false;
    return settled(std::move(row), now);
}

Outcome<CredentialRow> revoked(CredentialRow row, const QString &by, const QString &reason,
                               const QDateTime &now)
{
    if (const auto may = judged(Op::CredentialRevoke, factsOf(row, now)); !may)
        return tl::make_unexpected(may.error());
    for (GenerationRow &generation : row.generations) {
        const GenerationState state = generationStateAt(generation, now);
        if (isOver(state)) {
            if (!isOver(generation.value.state)) // over by the clock, not yet written
                end(generation, state,
                    state == GenerationState::Void ? *generation.voidAt : *generation.value.graceUntil);
        } else {
            end(generation, GenerationState::Revoked, now);
        }
    }
    row.suspended = false;
    row.value.revokedAt = now;
    row.value.revokedBy = by;
    row.value.revokedReason = reason;
    return settled(std::move(row), now);
}

Ticked ticked(CredentialRow row, const QDateTime &now)
{
    Ticked result;
    if (!row.value.revokedAt) {
        for (GenerationRow &generation : row.generations) {
            if (generation.value.state == GenerationState::Pending && !isPendingAt(generation, now)) {
                const QDateTime at = generation.voidAt.value_or(now);
                end(generation, GenerationState::Void, at);
                result.events.append({AuditAction::GenerationVoid, generation.value.number, at});
            } else if (generation.value.state == GenerationState::Grace && !isValid(generation, now)) {
                const QDateTime at = generation.value.graceUntil.value_or(now);
                end(generation, GenerationState::Ended, at);
                result.events.append({AuditAction::GenerationGraceEnded, generation.value.number, at});
            }
        }
        if (row.value.state != CredentialState::Expired && stateAt(row, now) == CredentialState::Expired)
            result.events.append({AuditAction::CredentialExpired, 0, row.value.expiresAt});
    }
    result.row = result.events.isEmpty() ? std::move(row) : settled(std::move(row), now);
    return result;
}

} // namespace pc::platform::life_cycle
