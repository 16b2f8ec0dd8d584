// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/store/journal/revocation_journal.h"

#include <vector>

namespace pc::platform {

/// Where a revocation is kept that is in force already.
enum class RevocationKept { Stored, Journaled, Nowhere };

/// A revocation that hangs on nothing the policy knows (a session, an operator, tokens, a gateway) and that
/// the caller has put in force: the store gets it; when it says no, or nothing in time, the side journal
/// does; and somebody waits for the answer. As runWrite() does it, without a narrowing.
struct LastingRevocation
{
    std::vector<JournalEntry> entries; ///< what the journal keeps; without any it is asked for nothing
    std::function<void(Tx &)> act;     ///< in the transaction
    /// After the commit, on the store's thread, also when it comes after the answer; may be empty.
    std::function<void()> stored;
    /// Exactly once, on any thread; must not block. What is kept nowhere yet may still be stored later.
    std::function<void(RevocationKept)> answer;
    /// Of what callers take away from themselves, as often as they like, it is InForce.
    Store::Urgency urgency = Store::Urgency::Urgent;
};

/// Returns at once; never blocks. What waits in the journal is stored by the maintenance.
void keepRevocation(AdminContext &context, LastingRevocation revocation);

} // namespace pc::platform
