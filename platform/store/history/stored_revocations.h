// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/journal/revocation_journal.h"
#include "platform/store/sql/tx.h"

/// Whether the log has what the side journal keeps. Each revocation is known by a name of its own, which its
/// event carries as the request: never by its time, for clocks are set, and events of the same act on the
/// same object may be ahead of it.
namespace pc::platform::stored_revocations {

/// The id of the request that asked for it; of an entry without one a name made of what it says but for its
/// reason, which the journal may shorten.
[[nodiscard]] QString requestIdOf(const JournalEntry &entry);

/// Whether this very revocation has its event. Asked of those only that an act can undo, or that would leave
/// a second event, so that carrying them out twice would matter; false for all others, and in doubt.
[[nodiscard]] bool has(Tx &tx, const JournalEntry &entry);

} // namespace pc::platform::stored_revocations
