// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/audit_actions/audit_action.h"
#include "platform/admin/api/write_call.h"
#include "platform/admin/api/write_outcome.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/store/sql/tx.h"

namespace pc::platform {

/// A credential as a write leaves it: stored, decided by from the commit on, told by `event`, and answered
/// with `answer`.
[[nodiscard]] WriteOutcome storeCredential(Tx &tx, const CredentialRow &row, const AuditEvent &event,
                                           AdminReply answer);
/// The same of no request, told by as many events.
[[nodiscard]] WriteOutcome storeCredential(Tx &tx, const CredentialRow &row, const QList<AuditEvent> &events);

/// A partner that is stored, likewise, and answered as it is. `grant`: its grant as stored.
[[nodiscard]] WriteOutcome storePartner(Tx &tx, const Partner &partner, const Grant &grant,
                                        const AuditEvent &event);

/// A partner as an act leaves it, likewise: its next version, of now. `change`: what its event tells, with
/// the act's reason.
[[nodiscard]] WriteOutcome storeAct(const WriteCall &call, Tx &tx, Partner partner, AuditAction action,
                                    const FieldChange &change, const ActRequest &act);

/// The answer to an act that the state of its credential does not allow.
[[nodiscard]] tl::unexpected<AdminProblem> conflict(const life_cycle::Refusal &refusal);

/// The rule that follows from a partner and its grant.
[[nodiscard]] PartnerRule storedRule(Tx &tx, const Partner &partner, const Grant &grant);

} // namespace pc::platform
