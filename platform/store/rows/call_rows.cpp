// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/call_rows.h"

#include "platform/store/rows/doc.h"
#include "platform/store/sql/keyset.h"

namespace pc::platform::call_rows {

using namespace Qt::StringLiterals;

namespace {

const QString columns =
    u"seq, id, request_id, at, partner_id, credential_id, generation, realm, method, path, route_id, "
    "scope, outcome, reason, status, source, user_agent, gateway, micros"_s;

Stored read(const Statement &row)
{
    CallRecord call;
    call.id = row.text(1);
    call.requestId = row.text(2);
    call.at = row.time(3);
    call.partnerId = row.text(4);
    call.credentialId = row.text(5);
    call.generation = static_cast<int>(row.number(6));
    call.realm = enumFromText<Realm>(row.text(7));
    call.method = row.text(8);
    call.path = row.text(9);
    call.routeId = row.text(10);
    call.scope = row.text(11);
    call.outcome = enumFromText<Outcome>(row.text(12));
    call.reason = enumFromText<DecisionReason>(row.text(13));
    call.status = static_cast<int>(row.number(14));
    call.source = row.text(15);
    call.userAgent = row.text(16);
    call.gateway = row.text(17);
    call.micros = row.number(18);
    return {row.number(0), call};
}

} // namespace

void insert(Tx &tx, const CallRecord &call)
{
    tx.query(u"INSERT INTO calls (id, request_id, at, partner_id, credential_id, generation, realm, method, "
             u"path, "
             "route_id, scope, outcome, reason, status, source, user_agent, gateway, micros) "
             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"_s)
        .bind(call.id)
        .bind(call.requestId)
        .bind(call.at)
        .bind(call.partnerId)
        .bind(call.credentialId)
        .bind(call.generation)
        .bind(toText(call.realm))
        .bind(call.method)
        .bind(call.path)
        .bind(call.routeId)
        .bind(call.scope)
        .bind(toText(call.outcome))
        .bind(toText(call.reason))
        .bind(call.status)
        .bind(call.source)
        .bind(call.userAgent)
        .bind(call.gateway)
        .bind(call.micros)
        .exec();
}

std::optional<CallRecord> find(Tx &tx, const QString &id)
{
    Statement row = tx.query(u"SELECT "_s + columns + u" FROM calls WHERE id = ?"_s);
    row.bind(id);
    return row.next() ? std::optional(read(row).call) : std::nullopt;
}

std::optional<Page<CallRecord>> list(Tx &tx, const CallQuery &query)
{
    Filter filter;
    filter.addEquals(u"partner_id"_s, query.partnerId);
    filter.addEquals(u"credential_id"_s, query.credentialId);
    filter.addEquals(u"request_id"_s, query.requestId);
    filter.addIn(u"outcome"_s, textsOf(query.outcomes));
    filter.addSpan(u"at"_s, query.from, query.to);
    Page<CallRecord> page;
    Filter placed = filter;
    const SortKey sort{u"at"_s, u"seq"_s, true, true};
    if (!query.cursor.isEmpty()) {
        const auto cursor = KeysetCursor::decode(query.cursor, u"calls"_s, true);
        if (!cursor)
            return {};
        addPlace(placed, sort, *cursor);
    }
    Statement row = tx.queryOnce(u"SELECT "_s + columns + u" FROM calls"_s + placed.where() + orderBy(sort) +
                                 u" LIMIT ?"_s);
    row.bindAll(placed.values()).bind(query.limit + 1);
    Stored last;
    for (;;) {
        const PageStep step = stepPage(row, page.items.size());
        if (step == PageStep::End)
            break;
        if (step == PageStep::Cut || page.items.size() == query.limit) {
            page.nextCursor = KeysetCursor{u"calls"_s, last.call.at.toMSecsSinceEpoch(), last.seq}.encode();
            break;
        }
        last = read(row);
        page.items.append(last.call);
    }
    const Counted counted = countRows(tx, u"calls"_s, filter, page.items.size());
    page.count = counted.exact;
    page.countAtLeast = counted.atLeast;
    return page;
}

int removeBefore(Tx &tx, const QDateTime &time)
{
    return tx.query(u"DELETE FROM calls WHERE at < ?"_s).bind(time).exec();
}

qint64 newest(Tx &tx)
{
    Statement row = tx.query(u"SELECT MAX(seq) FROM calls"_s);
    return row.next() ? row.number(0) : 0;
}

std::vector<Stored> after(Tx &tx, qint64 seq, int limit)
{
    std::vector<Stored> list;
    Statement row = tx.query(u"SELECT "_s + columns + u" FROM calls WHERE seq > ? ORDER BY seq LIMIT ?"_s);
    row.bind(seq).bind(limit);
    while (row.next())
        list.push_back(read(row));
    return list;
}

} // namespace pc::platform::call_rows
