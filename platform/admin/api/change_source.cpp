// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/change_source.h"

#include "platform/admin/api/change_publisher.h"

namespace pc::platform {

void OwnCommits::publishAfter(Tx &tx, const QList<Change> &changes) const
{
    if (!changes.isEmpty())
        tx.afterCommit([this, changes] { publish(changes); });
}

void OwnCommits::publishAfter(Tx &tx, const QList<AuditEvent> &logged) const
{
    QList<Change> changes;
    for (const AuditEvent &event : logged)
        changes.append(changeOf(ChangeKind::Audit, event));
    publishAfter(tx, changes);
}

void OwnCommits::publishAfter(Tx &tx, const std::optional<AuditEvent> &logged) const
{
    if (logged)
        publishAfter(tx, QList<AuditEvent>{*logged});
}

} // namespace pc::platform
