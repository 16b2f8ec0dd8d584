// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/admin/api/revocation_backlog.h"
#include "platform/store/journal/revocation_journal.h"

#include <QList>

namespace pc::platform {

/// Of what stands in the journal at the start, what the log has already, by name (stored_revocations): it
/// only could not be removed, and whoever opened it again since meant it.
[[nodiscard]] QList<JournalEntry> alreadyStored(Tx &tx, const QList<JournaledRevocation> &found,
                                                const JournalWitness &witness);

/// Writes what waits in the backlog into the store: the change and its event, one transaction each; sessions,
/// gateways and the policy follow. Blocking: for the maintenance thread.
void storeBacklog(AdminContext &context);

/// One of them, as soon as the store gets to it. Returns at once.
void storeSoon(AdminContext &context, const RevocationBacklog::Waiting &waiting);

/// In the turn of an act that opens this: what waits of the same object came before it, and is written first,
/// in the same transaction.
void storeBacklogOf(AdminContext &context, Tx &tx, Reopenings::What what, const QString &id);

} // namespace pc::platform
