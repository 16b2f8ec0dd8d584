// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/write_outcome.h"
#include "platform/domain/credential_row.h"
#include "platform/store/sql/tx.h"

namespace pc::platform {

/// A credential as a write leaves it: stored, decided by from the commit on, told by `event`, and answered
/// with `answer`.
[[nodiscard]] WriteOutcome storeCredential(Tx &tx, const CredentialRow &row, const AuditEvent &event,
                                           AdminReply answer);

/// A partner that is stored, and its grant as stored, likewise.
[[nodiscard]] WriteOutcome storePartner(Tx &tx, const Partner &partner, const AuditEvent &event);

/// The rule that follows from a partner and its grant.
[[nodiscard]] PartnerRule storedRule(Tx &tx, const Partner &partner, const Grant &grant);

} // namespace pc::platform
