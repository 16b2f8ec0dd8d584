// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/audit/audit_log.h"
#include "platform/store/audit/event_search.h"
#include "platform/store/audit/log_time.h"
#include "platform/store/sql/keyset.h"

#include <algorithm>
#include <utility>

namespace pc::platform::audit_log {

using namespace Qt::StringLiterals;

namespace {

const QString cursorOrder = u"audit"_s;

/// A cursor is a place in the log, named by how many events are before it: it is good for both orders, and
/// events that are appended move nothing.
QString cursorAt(qint64 place)
{
    return KeysetCursor{cursorOrder, place, place}.encode();
}

bool isInterrupted(const SqlFailure &failure)
{
    return failure.error().kind == StoreError::Kind::Interrupted;
}

/// The events; fewer when the store interrupted, but never none of some.
QList<AuditRecord> recordsOf(Tx &tx, const std::vector<qint64> &indexes)
{
    QList<AuditRecord> records;
    try {
        for (const qint64 index : indexes) {
            auto record = find(tx, index);
            if (!record)
                throw SqlFailure({StoreError::Kind::Corrupt, u"an event of the audit log is missing"_s});
            records.append(std::move(*record));
        }
    } catch (const SqlFailure &failure) {
        if (!isInterrupted(failure) || records.isEmpty())
            throw;
    }
    return records;
}

EventSearch::Count countOf(EventSearch &search, const std::vector<IndexRange> &ranges,
                           const TimeIsOver &isOver)
{
    EventSearch::Count count;
    for (auto range = ranges.rbegin(); range != ranges.rend() && !count.isCut; ++range) {
        const EventSearch::Count some = search.count(*range, isOver, cheapCount - count.events);
        count.events += some.events;
        count.isCut = some.isCut;
    }
    return count;
}

} // namespace

std::optional<Page<AuditRecord>> list(Tx &tx, const AuditQuery &query, const TimeIsOver &isOver)
{
    const bool isNewestFirst = query.order != RowOrder::OldestFirst;
    LogTime time(tx);
    const qint64 size = time.size();
    qint64 place = isNewestFirst ? size : 0;
    if (!query.cursor.isEmpty()) {
        const auto cursor = KeysetCursor::decode(query.cursor, cursorOrder, true);
        if (!cursor)
            return {};
        place = std::clamp<qint64>(cursor->key.toLongLong(), 0, size);
    } else if (query.at) {
        place = time.placeOf(*query.at, query.order);
    }
    const std::vector<IndexRange> ranges = time.ranges(query.from, query.to);
    EventSearch search(tx, query);
    EventSearch::Found found = search.find(ranges, place, query.order, query.limit + 1, isOver);
    const bool isFull = found.indexes.size() > static_cast<std::size_t>(query.limit);
    if (isFull)
        found.indexes.pop_back();
    Page<AuditRecord> page;
    page.items = recordsOf(tx, found.indexes);
    const bool isShort = page.items.size() < static_cast<qsizetype>(found.indexes.size());
    if (isFull || isShort) {
        const qint64 last = page.items.constLast().event.index;
        page.nextCursor = cursorAt(isNewestFirst ? last : last + 1);
        if (isShort)
            page.searchedTo = page.items.constLast().event.at;
    } else if (found.isCut) {
        page.nextCursor = cursorAt(found.place);
        page.searchedTo = time.timeOf(isNewestFirst ? found.place : found.place - 1);
    }
    if (isNewestFirst ? place < size : place > 0)
        page.previousCursor = cursorAt(place);
    const EventSearch::Count count = countOf(search, ranges, isOver);
    // While the index is made anew, what is older is not found yet.
    const bool isExact = !count.isCut && (query.text.isEmpty() || audit_index::remaining(tx) == 0);
    (isExact ? page.count : page.countAtLeast) = std::max<qint64>(count.events, page.items.size());
    return page;
}

} // namespace pc::platform::audit_log
