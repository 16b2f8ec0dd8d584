// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/audit/event_counts.h"

#include "platform/store/audit/audit_log.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/row_write.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

const QString placeName = u"audit_counted_blocks"_s; ///< row of meta

const struct : Columns
{
    Column<qint64> block{*this, u"block"};
    Column<qint64> events{*this, u"events"};
} countColumns;

const struct : Columns
{
    Column<QString> partner{*this, u"partner_id"};
    Column<QString> actor{*this, u"actor"};
    Column<QString> action{*this, u"action"};
    Column<QString> target{*this, u"target_id"};
} valueColumns;

/// Numbers that are stored.
int numberOf(EventField field)
{
    switch (field) {
    case EventField::Partner:
        return 1;
    case EventField::Actor:
        return 2;
    case EventField::Action:
        return 3;
    case EventField::Target:
        return 4;
    case EventField::Request:
        break;
    }
    return 5;
}

void countBlock(Tx &tx, qint64 block)
{
    QHash<std::pair<int, QString>, qint64> counts;
    {
        Statement row = tx.query(u"SELECT "_s + valueColumns.selected() +
                                 u" FROM audit_events WHERE idx >= ? AND idx < ?"_s);
        row.bind(block * EventCounts::blockSize).bind((block + 1) * EventCounts::blockSize);
        while (row.next()) {
            ++counts[{numberOf(EventField::Partner), valueColumns.partner(row)}];
            ++counts[{numberOf(EventField::Actor), valueColumns.actor(row)}];
            ++counts[{numberOf(EventField::Action), valueColumns.action(row)}];
            ++counts[{numberOf(EventField::Target), valueColumns.target(row)}];
        }
    }
    for (auto each = counts.cbegin(); each != counts.cend(); ++each) {
        if (each.value() >= EventCounts::fewest && !each.key().second.isEmpty())
            RowWrite(u"audit_counts"_s)
                .key(u"field"_s, each.key().first)
                .key(u"value"_s, each.key().second)
                .key(u"block"_s, block)
                .set(u"events"_s, each.value())
                .put(tx);
    }
}

} // namespace

QStringList EventCounts::schema()
{
    return {u"CREATE TABLE audit_counts (field BIGINT NOT NULL, value TEXT NOT NULL, block BIGINT NOT NULL, "
            "events BIGINT NOT NULL, PRIMARY KEY (field, value, block)) {clustered}"_s};
}

qint64 EventCounts::remaining(Tx &tx)
{
    return audit_log::endOf(tx).size / blockSize - meta_rows::value(tx, placeName).toLongLong();
}

qint64 EventCounts::countSome(Tx &tx, int most)
{
    qint64 remaining = EventCounts::remaining(tx);
    qint64 next = meta_rows::value(tx, placeName).toLongLong();
    for (; most > 0 && remaining > 0; --most, --remaining)
        countBlock(tx, next++);
    meta_rows::put(tx, placeName, QString::number(next));
    return remaining;
}

EventCounts::EventCounts(Tx &tx) : m_tx(tx) {}

const EventCounts::Blocks &EventCounts::blocksOf(EventField field, const QString &value)
{
    const auto key = std::pair(numberOf(field), value);
    auto found = m_blocks.find(key);
    if (found == m_blocks.end()) {
        Blocks blocks;
        Statement row = m_tx.query(u"SELECT "_s + countColumns.selected() +
                                   u" FROM audit_counts WHERE field = ? AND value = ? ORDER BY block"_s);
        row.bind(key.first).bind(value);
        while (row.next())
            blocks.emplace_hint(blocks.end(), countColumns.block(row), countColumns.events(row));
        found = m_blocks.insert(key, std::move(blocks));
    }
    return *found;
}

qint64 EventCounts::countByIndex(EventField field, const QString &value, const IndexRange &range)
{
    if (range.size() <= 0)
        return 0;
    // house: sql — the names of columns and tables are constants
    Statement row = m_tx.query(u"SELECT COUNT(*) FROM audit_events WHERE "_s + EventFilter::columnOf(field) +
                               u" = ? AND idx >= ? AND idx < ?"_s);
    row.bind(value).bind(range.begin).bind(range.end);
    return only<qint64>(row).value_or(0);
}

qint64 EventCounts::count(EventField field, const QString &value, const IndexRange &range)
{
    const Blocks &blocks = blocksOf(field, value);
    qint64 count = 0;
    qint64 counted = range.begin; // up to here
    const qint64 firstBlock = (range.begin + blockSize - 1) / blockSize;
    for (auto each = blocks.lower_bound(firstBlock); each != blocks.end(); ++each) {
        const qint64 start = each->first * blockSize;
        if (start + blockSize > range.end)
            break;
        count += countByIndex(field, value, {counted, start}) + each->second;
        counted = start + blockSize;
    }
    return count + countByIndex(field, value, {counted, range.end});
}

bool EventCounts::isKnownOfAll(EventField field, const QString &value, const IndexRange &range)
{
    const Blocks &blocks = blocksOf(field, value);
    qint64 known = range.begin;
    for (auto each = blocks.lower_bound(range.begin / blockSize); known < range.end; ++each) {
        if (each == blocks.end() || each->second < blockSize || each->first * blockSize > known)
            return false;
        known = (each->first + 1) * blockSize;
    }
    return true;
}

} // namespace pc::platform
