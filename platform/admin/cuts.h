// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/admin_context.h"
#include "platform/store/revocation_journal.h"

namespace pc::platform {

/// An act that takes access away: deny first (policy), then store, then answer. When the store cannot take
/// it, the door stays shut all the same and the side journal keeps it shut across a restart.
struct Cut
{
    JournalEntry entry;
    /// Checks, changes and audits in the transaction, after `deny` was called for it; a refusal undoes
    /// nothing because it comes before deny(). Calls `deny()` once it is sure that the cut applies.
    std::function<AdminResult(WriteCall &, Tx &, const std::function<void()> &deny)> act;
    /// The answer when it is closed but not stored; `noted`: the side journal has it.
    std::function<AdminResult(const WriteCall &, bool noted)> notDurable;
    /// Runs on the worker's thread around the cut.
    std::function<void()> before;
    std::function<void(AdminReply &)> after;
};

/// From a server thread; answers later.
void runCut(std::shared_ptr<WriteCall> call, Cut cut, const Responder &respond);

/// Writes what the side journal holds into the store: the change, its event, one transaction each. Blocking.
void applyJournal(AdminContext &context);

} // namespace pc::platform
