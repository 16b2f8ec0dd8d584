// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/audit/stored_events.h"

#include "contract/codec/codecs.h"
#include "platform/store/audit/audit_canonical.h"

namespace pc::platform::stored_events {

using namespace Qt::StringLiterals;

std::vector<StoredEvent> range(Tx &tx, qint64 from, int most)
{
    std::vector<StoredEvent> list;
    list.reserve(static_cast<std::size_t>(most));
    Statement row =
        tx.query(u"SELECT idx, at, actor, action, target_id, partner_id, request_id, leaf, canonical "
                 "FROM audit_events WHERE idx >= ? ORDER BY idx LIMIT ?"_s);
    row.bind(from).bind(most);
    while (row.next())
        list.push_back({row.number(0), row.time(1), row.text(2), row.text(3), row.text(4), row.text(5),
                        row.text(6), row.bytes(7), row.bytes(8)});
    return list;
}

bool saysTheSame(const StoredEvent &row, qint64 index)
{
    const auto object = parseObject(row.canonical);
    if (!object)
        return false;
    const auto event = fromJson<AuditEvent>(*object);
    return event && event->index == index && event->id == eventId(index) && event->at == row.at &&
           event->actor == row.actor && event->action == row.action && event->targetId == row.targetId &&
           event->partnerId == row.partnerId && event->requestId == row.requestId;
}

} // namespace pc::platform::stored_events
