// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/audit/event_walk.h"

#include "platform/store/audit/audit_log.h"
#include "platform/store/sql/columns.h"

namespace pc::platform::audit_log {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<QString> action{*this, u"action"};
    Column<QByteArray> canonical{*this, u"canonical"};
} columns;

} // namespace

WalkEnd walkEvents(Tx &tx, const EventWalk &walk, const std::function<bool(AuditAction)> &wanted,
                   const std::function<bool(AuditAction, const AuditEvent &)> &look)
{
    const bool byTarget = walk.action.isEmpty();
    const QString key =
        byTarget ? u" FROM audit_events WHERE target_id = ?"_s : u" FROM audit_events WHERE action = ?"_s;
    const QString order = walk.newestFirst ? u" ORDER BY idx DESC LIMIT ?"_s : u" ORDER BY idx LIMIT ?"_s;
    Statement row =
        tx.query(u"SELECT "_s + columns.selected() + key + u" AND idx >= ? AND idx < ?"_s + order);
    row.bind(byTarget ? walk.targetId : walk.action)
        .bind(walk.from)
        .bind(walk.before)
        .bind(EventWalk::mostRows + 1);
    for (int rows = 0; row.next(); ++rows) {
        if (rows == EventWalk::mostRows)
            return WalkEnd::Bounded;
        const AuditAction action = auditActionOf(columns.action(row));
        if (action == AuditAction::Unknown || !wanted(action))
            continue;
        if (!look(action, decode(columns.canonical(row))))
            return WalkEnd::Stopped;
    }
    return WalkEnd::Over;
}

} // namespace pc::platform::audit_log
