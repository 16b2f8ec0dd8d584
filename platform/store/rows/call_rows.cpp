// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/call_rows.h"

#include "platform/store/rows/call_columns.h"
#include "platform/store/rows/call_filter.h"
#include "platform/store/rows/node_rows.h"
#include "platform/store/sql/give_way.h"
#include "platform/store/sql/keyset.h"

namespace pc::platform::call_rows {

using namespace Qt::StringLiterals;

void insert(Tx &tx, const std::vector<CallRecord> &calls)
{
    if (calls.empty())
        return;
    const qint64 before = node_rows::countedCalls(tx);
    qint64 counted = before;
    Statement row = tx.query(call_columns::insertOrKeep());
    GiveWay turn(std::chrono::milliseconds(5)); // the only writer: acts of operators wait for it
    for (const CallRecord &call : calls) {
        call_columns::bind(row, call, tx.node().number, counted + 1);
        const bool isNew = row.exec() > 0;
        counted += isNew ? 1 : 0;
        if (isNew && call.end)
            (void)putEnd(tx, call.id, *call.end);
        turn.afterRow();
    }
    if (counted != before)
        node_rows::putCountedCalls(tx, counted);
}

void insert(Tx &tx, const CallRecord &call)
{
    insert(tx, std::vector{call});
}

bool putEnd(Tx &tx, const QString &id, const CallEnd &end)
{
    return tx.query(u"UPDATE calls SET end_status = ?, end_bytes = ?, end_total_micros = ?, "
                    "end_upstream_micros = ?, end_at = ?, end_gateway = ? WHERE id = ?"_s)
               .bind(end.status)
               .bind(end.bytesSent)
               .bind(end.totalMicros)
               .bind(end.upstreamMicros)
               .bind(end.at)
               .bind(end.gateway)
               .bind(id)
               .exec() > 0;
}

std::optional<CallRecord> find(Tx &tx, const QString &id)
{
    // house: sql — the names of columns are constants
    Statement row = tx.query(u"SELECT "_s + call_columns::selected() + u" FROM calls WHERE id = ?"_s);
    row.bind(id);
    return row.next() ? std::optional(call_columns::read(row)) : std::nullopt;
}

std::optional<Page<CallRecord>> list(Tx &tx, const CallQuery &query)
{
    const Filter filter = sqlOf(query.filter);
    const bool isDescending = query.order != RowOrder::OldestFirst;
    const SortKey sort{timeExpression(query.filter), u"seq"_s, isDescending, true};
    Page<CallRecord> page;
    Filter placed = filter;
    if (!query.cursor.isEmpty()) {
        const auto cursor = KeysetCursor::decode(query.cursor, u"calls"_s, true);
        if (!cursor)
            return {};
        addPlace(placed, sort, *cursor);
    } else if (query.at) {
        placed.add(sort.expression + (isDescending ? u" <= ?"_s : u" >= ?"_s),
                   {query.at->toMSecsSinceEpoch()});
    }
    // house: sql — the names of columns are constants
    Statement row = tx.queryOnce(u"SELECT "_s + call_columns::selected() + u" FROM calls"_s + placed.where() +
                                 orderBy(sort) + u" LIMIT ?"_s);
    row.bindAll(placed.values()).bind(query.limit + 1);
    KeysetCursor first{u"calls"_s, {}, {}};
    KeysetCursor last = first;
    for (;;) {
        const PageStep step = stepPage(row, page.items.size());
        if (step == PageStep::End)
            break;
        if (step == PageStep::OutOfTime || page.items.size() == query.limit) {
            page.nextCursor = last.encode();
            break;
        }
        page.items.append(call_columns::read(row));
        last.key = page.items.constLast().at.toMSecsSinceEpoch();
        last.tie = call_columns::seq(row);
        if (page.items.size() == 1)
            first = last;
    }
    if (!page.items.isEmpty() && (!query.cursor.isEmpty() || query.at))
        page.previousCursor = first.encode();
    const Counted counted = countRows(tx, u"calls"_s, filter, page.items.size());
    page.count = counted.exact;
    page.countAtLeast = counted.atLeast;
    return page;
}

int removeBefore(Tx &tx, const QDateTime &time)
{
    return tx.query(u"DELETE FROM calls WHERE at < ?"_s).bind(time).exec();
}

std::vector<Stored> after(Tx &tx, qint64 node, qint64 nodeSeq, int limit)
{
    std::vector<Stored> list;
    // house: sql — the names of columns are constants
    Statement row = tx.query(u"SELECT "_s + call_columns::selected() +
                             u" FROM calls WHERE node = ? AND node_seq > ? ORDER BY node_seq LIMIT ?"_s);
    row.bind(node).bind(nodeSeq).bind(limit);
    GiveWay turn(std::chrono::milliseconds(100)); // a reader: nobody waits for it
    while (row.next()) {
        list.push_back({call_columns::nodeSeq(row), call_columns::read(row)});
        list.back().call.end.reset(); // comes later, or never
        turn.afterRow();
    }
    return list;
}

} // namespace pc::platform::call_rows
