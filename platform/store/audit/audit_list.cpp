// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/audit/audit_index.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/keyset.h"

#include <utility>

namespace pc::platform::audit_log {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<qint64> index{*this, u"idx"};
    Column<QByteArray> canonical{*this, u"canonical"};
} columns;

} // namespace

std::optional<Page<AuditRecord>> list(Tx &tx, const AuditQuery &query)
{
    Filter filter;
    filter.addEquals(u"partner_id"_s, query.partnerId);
    filter.addEquals(u"actor"_s, query.actor);
    filter.addEquals(u"target_id"_s, query.targetId);
    filter.addEquals(u"request_id"_s, query.requestId);
    if (query.action.endsWith(u".*"_s)) {
        // A range instead of LIKE, so that the index serves it: '/' is the character after '.'.
        const QString family = query.action.chopped(2);
        filter.add(u"action >= ? AND action < ?"_s, {QString(family + u'.'), QString(family + u'/')});
    } else {
        filter.addEquals(u"action"_s, query.action);
    }
    filter.addSpan(u"at"_s, query.from, query.to);
    if (const QString match = tx.dialect().searchMatch(query.text); !match.isEmpty())
        filter.add(tx.dialect().searchCondition(), {match});
    else if (!query.text.trimmed().isEmpty())
        filter.add(u"1 = 0"_s); // nothing that could be found

    Page<AuditRecord> page;
    Filter placed = filter;
    if (!query.cursor.isEmpty()) {
        const auto cursor = KeysetCursor::decode(query.cursor, u"audit"_s, true);
        if (!cursor)
            return {};
        placed.add(u"idx < ?"_s, {cursor->key});
    }
    Statement row = tx.queryOnce(u"SELECT "_s + columns.selected() + u" FROM audit_events"_s +
                                 placed.where() + u" ORDER BY idx DESC LIMIT ?"_s);
    row.bindAll(placed.values()).bind(query.limit + 1);
    qint64 last = 0;
    for (;;) {
        const PageStep step = stepPage(row, page.items.size());
        if (step == PageStep::End)
            break;
        if (step == PageStep::OutOfTime || page.items.size() == query.limit) {
            page.nextCursor = KeysetCursor{u"audit"_s, last, last}.encode();
            break;
        }
        last = columns.index(row);
        const QByteArray canonical = columns.canonical(row);
        page.items.append({decode(canonical), canonical});
    }
    if (filter.where().isEmpty()) {
        page.count = static_cast<qint64>(frontier(tx).size());
        return page;
    }
    const Counted counted = countRows(tx, u"audit_events"_s, filter, page.items.size());
    page.count = counted.exact;
    page.countAtLeast = counted.atLeast;
    // While the index is made anew, what is older is not found yet.
    if (page.count && !query.text.isEmpty() && audit_index::remaining(tx) > 0)
        page.countAtLeast = std::exchange(page.count, std::nullopt);
    return page;
}

} // namespace pc::platform::audit_log
