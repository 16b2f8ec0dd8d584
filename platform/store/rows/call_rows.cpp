// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/call_rows.h"

#include "platform/store/rows/call_filter.h"
#include "platform/store/rows/doc.h"
#include "platform/store/rows/node_rows.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/give_way.h"
#include "platform/store/sql/keyset.h"
#include "platform/store/sql/row_columns.h"

namespace pc::platform::call_rows {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<qint64> seq{*this, u"seq"};
    Column<QString> id{*this, u"id"};
    Column<QString> requestId{*this, u"request_id"};
    Column<QDateTime> at{*this, u"at"};
    Column<QString> partnerId{*this, u"partner_id"};
    Column<QString> credentialId{*this, u"credential_id"};
    Column<int> generation{*this, u"generation"};
    Column<Realm> realm{*this, u"realm"};
    Column<QString> method{*this, u"method"};
    Column<QString> path{*this, u"path"};
    Column<QString> routeId{*this, u"route_id"};
    Column<QString> scope{*this, u"scope"};
    Column<Outcome> outcome{*this, u"outcome"};
    Column<DecisionReason> reason{*this, u"reason"};
    Column<int> status{*this, u"status"};
    Column<QString> source{*this, u"source"};
    Column<QString> userAgent{*this, u"user_agent"};
    Column<QString> gateway{*this, u"gateway"};
    Column<qint64> micros{*this, u"micros"};
    Column<qint64> nodeSeq{*this, u"node_seq"}; ///< 0: sealed by a release that knew no nodes
} columns;

struct WrittenColumns : RowColumns
{
    WrittenColumns() : RowColumns(u"calls") {}
    WrittenColumn<QString> id{*this, u"id", Written::Key};
    WrittenColumn<QString> requestId{*this, u"request_id"};
    WrittenColumn<QDateTime> at{*this, u"at"};
    WrittenColumn<QString> partnerId{*this, u"partner_id"};
    WrittenColumn<QString> credentialId{*this, u"credential_id"};
    WrittenColumn<int> generation{*this, u"generation"};
    WrittenColumn<QString> realm{*this, u"realm"};
    WrittenColumn<QString> method{*this, u"method"};
    WrittenColumn<QString> path{*this, u"path"};
    WrittenColumn<QString> routeId{*this, u"route_id"};
    WrittenColumn<QString> scope{*this, u"scope"};
    WrittenColumn<QString> outcome{*this, u"outcome"};
    WrittenColumn<QString> reason{*this, u"reason"};
    WrittenColumn<int> status{*this, u"status"};
    WrittenColumn<QString> source{*this, u"source"};
    WrittenColumn<QString> userAgent{*this, u"user_agent"};
    WrittenColumn<QString> gateway{*this, u"gateway"};
    WrittenColumn<qint64> micros{*this, u"micros"};
    WrittenColumn<qint64> node{*this, u"node"};
    WrittenColumn<qint64> nodeSeq{*this, u"node_seq"};
};
const WrittenColumns written;

CallRecord read(const Statement &row)
{
    CallRecord call;
    call.id = columns.id(row);
    call.requestId = columns.requestId(row);
    call.at = columns.at(row);
    call.partnerId = columns.partnerId(row);
    call.credentialId = columns.credentialId(row);
    call.generation = columns.generation(row);
    call.realm = columns.realm(row);
    call.method = columns.method(row);
    call.path = columns.path(row);
    call.routeId = columns.routeId(row);
    call.scope = columns.scope(row);
    call.outcome = columns.outcome(row);
    call.reason = columns.reason(row);
    call.status = columns.status(row);
    call.source = columns.source(row);
    call.userAgent = columns.userAgent(row);
    call.gateway = columns.gateway(row);
    call.micros = columns.micros(row);
    return call;
}

} // namespace

void insert(Tx &tx, const std::vector<CallRecord> &calls)
{
    if (calls.empty())
        return;
    const qint64 before = node_rows::countedCalls(tx);
    qint64 counted = before;
    Statement row = tx.query(written.insertOrKeep());
    GiveWay turn(std::chrono::milliseconds(5)); // the only writer: acts of operators wait for it
    for (const CallRecord &call : calls) {
        written.id(row, call.id);
        written.requestId(row, call.requestId);
        written.at(row, call.at);
        written.partnerId(row, call.partnerId);
        written.credentialId(row, call.credentialId);
        written.generation(row, call.generation);
        written.realm(row, toText(call.realm));
        written.method(row, call.method);
        written.path(row, call.path);
        written.routeId(row, call.routeId);
        written.scope(row, call.scope);
        written.outcome(row, toText(call.outcome));
        written.reason(row, toText(call.reason));
        written.status(row, call.status);
        written.source(row, call.source);
        written.userAgent(row, call.userAgent);
        written.gateway(row, call.gateway);
        written.micros(row, call.micros);
        written.node(row, tx.node().number);
        written.nodeSeq(row, counted + 1);
        counted += row.exec() > 0 ? 1 : 0;
        turn.afterRow();
    }
    if (counted != before)
        node_rows::putCountedCalls(tx, counted);
}

void insert(Tx &tx, const CallRecord &call)
{
    insert(tx, std::vector{call});
}

std::optional<CallRecord> find(Tx &tx, const QString &id)
{
    Statement row = tx.query(u"SELECT "_s + columns.selected() + u" FROM calls WHERE id = ?"_s);
    row.bind(id);
    return row.next() ? std::optional(read(row)) : std::nullopt;
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
    Statement row = tx.queryOnce(u"SELECT "_s + columns.selected() + u" FROM calls"_s + placed.where() +
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
        page.items.append(read(row));
        last.key = page.items.constLast().at.toMSecsSinceEpoch();
        last.tie = columns.seq(row);
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
    Statement row = tx.query(u"SELECT "_s + columns.selected() +
                             u" FROM calls WHERE node = ? AND node_seq > ? ORDER BY node_seq LIMIT ?"_s);
    row.bind(node).bind(nodeSeq).bind(limit);
    GiveWay turn(std::chrono::milliseconds(100)); // a reader: nobody waits for it
    while (row.next()) {
        list.push_back({columns.nodeSeq(row), read(row)});
        turn.afterRow();
    }
    return list;
}

} // namespace pc::platform::call_rows
