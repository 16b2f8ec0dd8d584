// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"
#include "platform/store/journal/revocation_journal.h"

namespace pc::platform {

/// What the side journal needs to keep it shut, and to write the event later.
[[nodiscard]] JournalEntry journalEntry(const AdminCall &call, JournalEntry::Kind kind, const QString &id,
                                        const QString &reason, const QString &ticket);

/// Denies it at once, and keeps it in the journal when the store cannot take it.
void denyFirst(PreparedWrite &write, const JournalEntry &entry);

/// 507: closed, but not stored.
[[nodiscard]] AdminResult notStored(bool journaled);

} // namespace pc::platform
