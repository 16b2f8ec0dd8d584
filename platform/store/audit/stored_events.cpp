// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/audit/stored_events.h"

#include "contract/codec/codecs.h"
#include "platform/store/audit/audit_canonical.h"
#include "platform/store/sql/columns.h"

namespace pc::platform::stored_events {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<qint64> index{*this, u"idx"};
    Column<QDateTime> at{*this, u"at"};
    Column<QString> actor{*this, u"actor"};
    Column<QString> action{*this, u"action"};
    Column<QString> targetId{*this, u"target_id"};
    Column<QString> partnerId{*this, u"partner_id"};
    Column<QString> requestId{*this, u"request_id"};
    Column<QByteArray> leaf{*this, u"leaf"};
    Column<QByteArray> canonical{*this, u"canonical"};
} columns;

} // namespace

std::vector<StoredEvent> range(Tx &tx, qint64 from, int most)
{
    std::vector<StoredEvent> list;
    list.reserve(static_cast<std::size_t>(most));
    Statement row = tx.query(u"SELECT "_s + columns.selected() +
                             u" FROM audit_events WHERE idx >= ? ORDER BY idx LIMIT ?"_s);
    row.bind(from).bind(most);
    while (row.next())
        list.push_back({columns.index(row), columns.at(row), columns.actor(row), columns.action(row),
                        columns.targetId(row), columns.partnerId(row), columns.requestId(row),
                        columns.leaf(row), columns.canonical(row)});
    return list;
}

qint64 leafTiles(Tx &tx)
{
    Statement row = tx.query(u"SELECT COUNT(*) FROM audit_tiles WHERE level = 0"_s);
    return only<qint64>(row).value_or(0);
}

std::optional<AuditEvent> eventIn(const StoredEvent &row)
{
    const auto object = parseObject(row.canonical);
    if (!object)
        return {};
    auto event = fromJson<AuditEvent>(*object);
    const bool same = event && event->index == row.index && event->id == eventId(row.index) &&
                      event->at == row.at && event->actor == row.actor && event->action == row.action &&
                      event->targetId == row.targetId && event->partnerId == row.partnerId &&
                      event->requestId == row.requestId;
    return same ? std::optional(std::move(*event)) : std::nullopt;
}

} // namespace pc::platform::stored_events
