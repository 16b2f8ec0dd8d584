// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/problem_codes.h"
#include "contract/audit_actions/audit_action.h"
#include "contract/rules/act_refusal.h"
#include "contract/types/credential.h"
#include "platform/domain/credential_row.h"

#include <QDateTime>

#include <tl/expected.hpp>

/// The life-cycle table of a credential as pure functions: a row and an instant in, the row after the event
/// out, or why not: by state that is contract/rules/act_refusal.h, by duration contract/rules/secret_life.h.
/// The row's version grows with each event; a refused event changes nothing. `now` is UTC.
namespace pc::platform::life_cycle {

/// Why an event does not apply, as the stable code of the problem.
struct Refusal
{
    ProblemCode code = ProblemCode::Unknown; ///< TwoGenerationsValid, NotActive, …
    QString detail;
    bool operator==(const Refusal &) const = default;
};

template <typename T>
using Outcome = tl::expected<T, Refusal>;

/// A new generation as the service made it: verifier, sealed bytes and what the acknowledgement will be
/// compared with.
struct FreshGeneration
{
    QByteArray verifier;
    int pepperVersion = 0;
    QByteArray sealed;
    QByteArray ackVerifier;
    QString lastFour;
};

/// What holds at `now`: states by the clock, generations newest first.
[[nodiscard]] Credential present(const CredentialRow &row, const QDateTime &now);
[[nodiscard]] CredentialState stateAt(const CredentialRow &row, const QDateTime &now);
[[nodiscard]] bool isValid(const GenerationRow &generation, const QDateTime &now);
/// The number the next generation gets.
[[nodiscard]] int nextNumber(const CredentialRow &row);

/// First generation, pending: `row` has its facts (names, realm, scopes, owner, expiry) and no generation
/// yet.
[[nodiscard]] CredentialRow issued(CredentialRow row, const FreshGeneration &fresh, const QDateTime &now);

/// A key that another system made, in force at once: `row` has its facts and no generation yet.
[[nodiscard]] CredentialRow imported(CredentialRow row, const QDateTime &now);

/// What an act is judged by (contract/rules/act_refusal.h): states by the clock. `generation`: the one that
/// is acknowledged, where that is the act.
[[nodiscard]] pc::rules::CredentialFacts factsOf(const CredentialRow &row, const QDateTime &now,
                                                 int generation = 0);

/// pending → active. What was asked for with it begins now: the credential's new end, and the grace of the
/// older generation, which ends no later than that secret would have without the rotation, and a year after
/// its own issue.
[[nodiscard]] Outcome<CredentialRow> acknowledged(CredentialRow row, int generation, const QDateTime &now);

/// What rotate(…) would do, asked before a secret is made for it.
[[nodiscard]] Outcome<void> mayRotate(const CredentialRow &row, bool emergency, const QDateTime &now);
/// What a rotation asks for; all but the emergency begins with the acknowledgement.
struct RotationTerms
{
    qint64 graceSeconds = 0;
    std::optional<QDateTime> expiresAt; ///< the credential's end afterwards; nothing keeps it
    bool emergency = false;             ///< the older of two valid generations ends at once (a revocation)
};
/// A pending successor. An unacknowledged one of an earlier attempt becomes void.
[[nodiscard]] Outcome<CredentialRow> rotated(CredentialRow row, const FreshGeneration &fresh,
                                             const RotationTerms &terms, const QDateTime &now);

/// Moves the end of the grace, at most seven days after the acknowledgement it started with, and a year after
/// the issue of that secret; `now` or earlier ends it (a revocation).
[[nodiscard]] Outcome<CredentialRow> graceMoved(CredentialRow row, const QDateTime &until,
                                                const QDateTime &now);
/// When the grace of the older generation ends, also while the credential is suspended: what is shown of its
/// generations then is that. Nothing when none is in grace.
[[nodiscard]] std::optional<QDateTime> graceEnd(const CredentialRow &row, const QDateTime &now);
/// One valid generation ends, and nothing else: what is kept of a revocation that could not be stored with
/// what it came with.
[[nodiscard]] Outcome<CredentialRow> generationEnded(CredentialRow row, int generation, const QDateTime &now);
[[nodiscard]] Outcome<CredentialRow> suspended(CredentialRow row, const QDateTime &now);
[[nodiscard]] Outcome<CredentialRow> resumed(CredentialRow row, const QDateTime &now);
/// Final, from any state but revoked.
[[nodiscard]] Outcome<CredentialRow> revoked(CredentialRow row, const QString &by, const QString &reason,
                                             const QDateTime &now);

/// What the clock did since the row was written: an event to record for each.
struct ClockEvent
{
    AuditAction action = AuditAction::Unknown; ///< CredentialExpired, GenerationVoid, GenerationGraceEnded
    int generation = 0;
    QDateTime at;
    bool operator==(const ClockEvent &) const = default;
};
struct Ticked
{
    CredentialRow row;
    QList<ClockEvent> events; ///< empty: nothing to write
};
[[nodiscard]] Ticked ticked(CredentialRow row, const QDateTime &now);

} // namespace pc::platform::life_cycle
