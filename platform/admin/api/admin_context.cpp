// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/admin_context.h"

#include "contract/api/roles.h"
#include "platform/clock/clock_watch.h"
#include "platform/store/audit/audit_log.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

QDateTime AdminContext::settledAt(const QDateTime &time) const
{
    return std::min(time, toDateTime(clockWatch.settled(clock.now())));
}

QString roleFor(const Actor &actor, Op op)
{
    Role strongest = Role::Unknown;
    for (const Role role : actor.roles) {
        if (allows(role, op))
            strongest = std::max(strongest, role);
    }
    return toText(strongest);
}

AuditEvent WriteCall::audit(Tx &tx, AuditEvent event, ChangeKind kind)
{
    event.at = now;
    event.actor = actor.account;
    event.actorRole = roleFor(actor, operation.op);
    event.requestId = QString::fromLatin1(request.requestId);
    event.source = QString::fromLatin1(request.peerAddress);
    const auto ahead =
        std::chrono::duration_cast<std::chrono::seconds>(context.clockWatch.ahead(context.clock.now()));
    if (ahead.count() > 0) // its time is what the clock said, and nobody believes the clock yet
        event.changes.append({u"clock_ahead_seconds"_s, {}, QString::number(ahead.count())});
    event = audit_log::append(tx, std::move(event));
    changes.append(changeOf(kind, event));
    return event;
}

} // namespace pc::platform
