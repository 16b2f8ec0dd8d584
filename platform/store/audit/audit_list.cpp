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
} listed;

const QString cursorOrder = u"audit"_s;

void addDiffers(Filter &filter, const QString &column, const QString &value)
{
    if (!value.isEmpty())
        filter.add(column + u" <> ?"_s, {value});
}

/// Of an action, or of a family of them (".*" at the end).
void addAction(Filter &filter, const QString &action, bool isExcluded)
{
    if (!action.endsWith(u".*"_s))
        return isExcluded ? addDiffers(filter, u"action"_s, action) : filter.addEquals(u"action"_s, action);
    // A range instead of LIKE, so that the index serves it: '/' is the character after '.'.
    const QString family = action.chopped(2);
    filter.add(isExcluded ? u"NOT (action >= ? AND action < ?)"_s : u"action >= ? AND action < ?"_s,
               {QString(family + u'.'), QString(family + u'/')});
}

Filter sqlOf(Tx &tx, const AuditFilter &asked)
{
    Filter filter;
    filter.addEquals(u"partner_id"_s, asked.partnerId);
    addDiffers(filter, u"partner_id"_s, asked.notPartnerId);
    filter.addEquals(u"actor"_s, asked.actor);
    addDiffers(filter, u"actor"_s, asked.notActor);
    addAction(filter, asked.action, false);
    addAction(filter, asked.notAction, true);
    filter.addEquals(u"target_id"_s, asked.targetId);
    addDiffers(filter, u"target_id"_s, asked.notTargetId);
    filter.addEquals(u"request_id"_s, asked.requestId);
    filter.addSpan(u"at"_s, asked.from, asked.to);
    if (const QString match = tx.dialect().searchMatch(asked.text); !match.isEmpty())
        filter.add(tx.dialect().searchCondition(), {match});
    else if (!asked.text.trimmed().isEmpty())
        filter.add(u"1 = 0"_s); // nothing that could be found
    return filter;
}

/// Events before the place of that instant: where those up to it end (newest first), or those before it.
qint64 placeOf(Tx &tx, const QDateTime &at, bool isNewestFirst)
{
    Statement row = tx.queryOnce(
        isNewestFirst ? u"SELECT idx FROM audit_events WHERE at <= ? ORDER BY at DESC, idx DESC LIMIT 1"_s
                      : u"SELECT idx FROM audit_events WHERE at < ? ORDER BY at DESC, idx DESC LIMIT 1"_s);
    row.bind(at);
    return only<qint64>(row).value_or(-1) + 1;
}

/// A cursor is a place in the log, named by how many events are before it: it is good for both orders, and
/// events that are appended move nothing.
QString cursorAt(qint64 place)
{
    return KeysetCursor{cursorOrder, place, place}.encode();
}

} // namespace

std::optional<Page<AuditRecord>> list(Tx &tx, const AuditQuery &query)
{
    const bool isNewestFirst = query.order != RowOrder::OldestFirst;
    const auto size = static_cast<qint64>(frontier(tx).size());
    qint64 place = isNewestFirst ? size : 0;
    if (!query.cursor.isEmpty()) {
        const auto cursor = KeysetCursor::decode(query.cursor, cursorOrder, true);
        if (!cursor)
            return {};
        place = cursor->key.toLongLong();
    } else if (query.at) {
        place = placeOf(tx, *query.at, isNewestFirst);
    }
    const Filter filter = sqlOf(tx, query);
    Filter placed = filter;
    placed.add(isNewestFirst ? u"idx < ?"_s : u"idx >= ?"_s, {place});
    Page<AuditRecord> page;
    if (isNewestFirst ? place < size : place > 0)
        page.previousCursor = cursorAt(place);
    Statement row =
        tx.queryOnce(u"SELECT "_s + listed.selected() + u" FROM audit_events"_s + placed.where() +
                     (isNewestFirst ? u" ORDER BY idx DESC LIMIT ?"_s : u" ORDER BY idx LIMIT ?"_s));
    row.bindAll(placed.values()).bind(query.limit + 1);
    for (;;) {
        const PageStep step = stepPage(row, page.items.size());
        if (step == PageStep::End)
            break;
        if (step == PageStep::OutOfTime || page.items.size() == query.limit) {
            page.nextCursor = cursorAt(place);
            if (step == PageStep::OutOfTime)
                page.searchedTo = page.items.constLast().event.at;
            break;
        }
        const QByteArray canonical = listed.canonical(row);
        const qint64 index = listed.index(row);
        place = isNewestFirst ? index : index + 1;
        page.items.append({decode(canonical), canonical});
    }
    if (filter.where().isEmpty()) {
        page.count = size;
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
