// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"
#include "platform/store/journal/revocation_journal.h"

namespace pc::platform {

/// An act that takes access away, or may. *Denied*: in force from the request's own thread on, before the
/// store is asked. *Acknowledged*: answered when no decision in flight stands on the policy before, and the
/// store, or else the side journal, has it. What turns out not to be allowed is taken back, as an event; but
/// not when it was told as closed by then: that is carried out from the backlog, whatever became of the act.
struct AccessRevocation
{
    Narrowing narrowing; ///< empty: takes nothing away
    /// For the side journal, when the store cannot take it or does not answer in time (then `unstored` is
    /// set). Without it a store that cannot take the act ends it: nothing was changed.
    std::optional<JournalEntry> entry;
    /// Checks, changes and audits, in the transaction. A refusal must have changed nothing.
    std::function<AdminResult(WriteCall &, Tx &)> act;
    /// The answer when it is closed but not stored; `journaled`: it outlives a restart all the same.
    std::function<AdminResult(const WriteCall &, bool journaled)> unstored;
    /// Right before the answer to an act that is in force; may change the answer.
    std::function<void(AdminReply &)> acknowledged;
    Store::Urgency urgency = Store::Urgency::Urgent;
};

/// Denies at once, on the caller's thread, and returns; answers later. Never blocks.
void revokeAccess(std::shared_ptr<WriteCall> call, AccessRevocation revocation, const Responder &respond);

/// Carries out, stores and answers: what `narrowing` takes away is denied at once, before the store is asked,
/// and taken back when the write turns out not to be allowed.
void runWrite(std::shared_ptr<WriteCall> call, WriteHandler act, const Narrowing &narrowing,
              const Responder &respond);

} // namespace pc::platform
