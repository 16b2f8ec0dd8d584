// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/revocation/revocation_request.h"

#include "platform/admin/revocation/narrowings.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

JournalEntry journalEntry(const AdminCall &call, JournalEntry::Kind kind, const QString &id,
                          const QString &reason, const QString &ticket)
{
    JournalEntry entry;
    entry.kind = kind;
    entry.id = id;
    entry.at = call.now;
    entry.actor = call.actor.account;
    entry.actorRole = roleFor(call.actor, call.operation.op);
    entry.reason = reason;
    entry.ticket = ticket;
    entry.requestId = QString::fromLatin1(call.request.requestId);
    return entry;
}

void denyFirst(PreparedWrite &write, const JournalEntry &entry)
{
    write.narrowing = narrowings::of(entry);
    write.entry = entry;
}

AdminResult notStored(bool journaled)
{
    return refuse(
        ProblemCode::RefusedNotDurable, u"Denied, but not stored yet"_s,
        journaled
            ? u"Access is denied and stays denied across a restart. The service writes it as soon as the store takes it."_s
            : u"Access is denied until the service restarts: neither the store nor the side journal has taken it yet. See to the disk at once: it is full, gone, or hangs. The service writes it as soon as either takes it."_s);
}

} // namespace pc::platform
