// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"

#include "platform/store/journal/revocation_journal.h"

#include <QList>

namespace pc::platform {

/// Of what stands in the journal at the start, what the log has already: it only could not be removed, and
/// whoever opened it again since meant it.
[[nodiscard]] QList<JournalEntry> alreadyStored(Tx &tx, const QList<JournaledRevocation> &found);

/// Writes what waits in the backlog into the store: the change and its event, one transaction each. Blocking:
/// for the maintenance thread.
void storeBacklog(AdminContext &context);

} // namespace pc::platform
