// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/audit/event_search.h"

#include "platform/store/audit/audit_index.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/sql/columns.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 blockSize = BlockBits::blockSize;
static_assert(blockSize == Dialect::searchPart);
/// Events of an index that are passed between two looks at the clock; what is found is in it at once, or
/// nowhere.
constexpr qint64 indexPiece = 16 * blockSize;
/// Of so few it is asked one by one whether they have a value, instead of all that have it in the block.
constexpr qint64 fewEvents = 1000;

const struct : Columns
{
    Column<qint64> index{*this, u"idx"};
} indexColumns;

bool isInterrupted(const SqlFailure &failure)
{
    return failure.error().kind == StoreError::Kind::Interrupted;
}

} // namespace

EventSearch::EventSearch(Tx &tx, const AuditFilter &asked)
    : m_tx(tx), m_filter(asked), m_counts(tx), m_size(audit_log::endOf(tx).size),
      m_indexedFrom(audit_index::remaining(tx))
{
}

EventSearch::Way EventSearch::wayOf(const IndexRange &range) const
{
    const auto &conditions = m_filter.conditions();
    if (m_filter.findsNothing())
        return Way::Nothing;
    if (m_filter.isEmpty())
        return Way::Everything;
    if (!m_filter.words().isEmpty())
        return Way::Blocks;
    if (conditions.size() == 1 && !conditions.front().isFamily && !conditions.front().isExcluded)
        return Way::Index;
    const bool hasPartner = std::any_of(conditions.begin(), conditions.end(), [](const EventCondition &each) {
        return each.field == EventField::Partner && !each.isExcluded;
    });
    const bool hasRequest = std::any_of(conditions.begin(), conditions.end(), [](const EventCondition &each) {
        return each.field == EventField::Request;
    });
    return hasPartner && !hasRequest && range.begin >= m_indexedFrom ? Way::Partner : Way::Blocks;
}

IndexRange EventSearch::pieceOf(const IndexRange &range, bool isFromEnd) const
{
    IndexRange piece = range;
    // What is not in the tables of the index yet is looked for in another way.
    if (range.begin < m_indexedFrom && m_indexedFrom < range.end)
        (isFromEnd ? piece.begin : piece.end) = m_indexedFrom;
    const Way way = wayOf(piece);
    if (way == Way::Everything || way == Way::Nothing)
        return piece;
    const qint64 width = way == Way::Blocks ? blockSize : indexPiece;
    if (isFromEnd)
        piece.begin = std::max(piece.begin, (piece.end - 1) / width * width);
    else
        piece.end = std::min(piece.end, piece.begin / width * width + width);
    return piece;
}

QString EventSearch::tableOf(Way way) const
{
    return way == Way::Partner ? u" FROM audit_partner_events"_s : u" FROM audit_events"_s;
}

Filter EventSearch::sqlOf(const IndexRange &piece) const
{
    Filter sql;
    for (const EventCondition &condition : m_filter.conditions())
        EventFilter::addTo(sql, condition);
    sql.add(u"idx >= ? AND idx < ?"_s, {piece.begin, piece.end});
    return sql;
}

void EventSearch::findIn(const IndexRange &piece, bool isNewestFirst, std::size_t most,
                         std::vector<qint64> &found)
{
    const Way way = wayOf(piece);
    if (way == Way::Nothing)
        return;
    if (way == Way::Everything) {
        for (qint64 i = 0; i < piece.size() && found.size() < most; ++i)
            found.push_back(isNewestFirst ? piece.end - 1 - i : piece.begin + i);
        return;
    }
    if (way == Way::Blocks) {
        const BlockBits &bits = block(BlockBits::startOf(piece.begin));
        const auto next = [&](qint64 from) {
            return isNewestFirst ? bits.lastBefore(from) : bits.firstFrom(from);
        };
        for (auto index = next(isNewestFirst ? piece.end : piece.begin);
             index && *index >= piece.begin && *index < piece.end && found.size() < most;
             index = next(isNewestFirst ? *index : *index + 1))
            found.push_back(*index);
        return;
    }
    const Filter sql = sqlOf(piece);
    // house: sql — the names of columns and tables are constants
    Statement row =
        m_tx.query(u"SELECT "_s + indexColumns.selected() + tableOf(way) + sql.where() +
                   (isNewestFirst ? u" ORDER BY idx DESC LIMIT ?"_s : u" ORDER BY idx LIMIT ?"_s));
    row.bindAll(sql.values()).bind(static_cast<qint64>(most - found.size()));
    while (row.next())
        found.push_back(indexColumns.index(row));
}

EventSearch::Found EventSearch::find(const std::vector<IndexRange> &ranges, qint64 place, RowOrder order,
                                     int most, const audit_log::TimeIsOver &isOver)
{
    const bool isNewestFirst = order != RowOrder::OldestFirst;
    Found found;
    found.place = place;
    bool isBegun = false;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        IndexRange left = ranges.at(isNewestFirst ? ranges.size() - 1 - i : i);
        (isNewestFirst ? left.end : left.begin) =
            isNewestFirst ? std::min(left.end, place) : std::max(left.begin, place);
        while (left.size() > 0 && found.indexes.size() < static_cast<std::size_t>(most)) {
            if (isBegun && isOver && isOver()) {
                found.isCut = true;
                return found;
            }
            const IndexRange piece = pieceOf(left, isNewestFirst);
            try {
                findIn(piece, isNewestFirst, static_cast<std::size_t>(most), found.indexes);
            } catch (const SqlFailure &failure) {
                if (!isInterrupted(failure) || (!isBegun && found.indexes.empty()))
                    throw;
                if (!found.indexes.empty())
                    found.place = found.indexes.back() + (isNewestFirst ? 0 : 1);
                found.isCut = true;
                return found;
            }
            isBegun = true;
            found.place = isNewestFirst ? piece.begin : piece.end;
            (isNewestFirst ? left.end : left.begin) = found.place;
        }
    }
    if (found.indexes.size() == static_cast<std::size_t>(most))
        found.place = found.indexes.back() + (isNewestFirst ? 0 : 1);
    return found;
}

qint64 EventSearch::countIn(const IndexRange &piece)
{
    const Way way = wayOf(piece);
    if (way == Way::Blocks)
        return block(BlockBits::startOf(piece.begin)).count(piece.begin, piece.end);
    const Filter sql = sqlOf(piece);
    // house: sql — the names of columns and tables are constants
    Statement row = m_tx.query(u"SELECT COUNT(*)"_s + tableOf(way) + sql.where());
    row.bindAll(sql.values());
    return only<qint64>(row).value_or(0);
}

EventSearch::Count EventSearch::count(const IndexRange &range, const audit_log::TimeIsOver &isOver,
                                      qint64 enough)
{
    if (range.size() <= 0 || m_filter.findsNothing())
        return {};
    if (m_filter.isEmpty())
        return {range.size(), false};
    Count counted;
    try {
        const auto &conditions = m_filter.conditions();
        if (conditions.size() == 1 && m_filter.words().isEmpty() &&
            conditions.front().field != EventField::Request) {
            const QStringList values = valuesOf(conditions.front());
            qint64 count = 0;
            for (const QString &value : values)
                count += m_counts.count(conditions.front().field, value, range);
            return {conditions.front().isExcluded ? range.size() - count : count, false};
        }
        for (IndexRange left = range; left.size() > 0;) {
            const IndexRange piece = pieceOf(left, true);
            const bool isEnough = counted.events > enough && wayOf(piece) == Way::Blocks;
            if (isEnough || (isOver && isOver())) {
                counted.isCut = true;
                break;
            }
            counted.events += countIn(piece);
            left.end = piece.begin;
        }
    } catch (const SqlFailure &failure) {
        if (!isInterrupted(failure))
            throw;
        counted.isCut = true;
    }
    return counted;
}

QStringList EventSearch::valuesOf(const EventCondition &condition)
{
    if (!condition.isFamily)
        return {condition.value};
    auto found = m_families.find(condition.value);
    if (found == m_families.end()) {
        QStringList values;
        QString last = condition.value + u'.'; // itself no action of the family
        for (;;) {
            Statement row = m_tx.query(u"SELECT action FROM audit_events WHERE action > ? AND action < ? "
                                       "ORDER BY action LIMIT 1"_s);
            row.bind(last).bind(QString(condition.value + u'/'));
            const auto next = only<QString>(row);
            if (!next)
                break;
            values.append(last = *next);
        }
        found = m_families.insert(condition.value, values);
    }
    return *found;
}

void EventSearch::keep(BlockBits &bits, const EventCondition &condition, bool isFirst)
{
    const qint64 start = m_blockStart;
    const QStringList values = valuesOf(condition);
    const QString column = EventFilter::columnOf(condition.field);
    if (!isFirst && bits.count() <= fewEvents) {
        // house: sql — the names of columns are constants
        const QString sql = u"SELECT idx FROM audit_events WHERE "_s + column + u" = ? AND idx = ?"_s;
        BlockBits kept(start);
        for (auto index = bits.firstFrom(start); index; index = bits.firstFrom(*index + 1)) {
            for (const QString &value : values) {
                Statement row = m_tx.query(sql);
                row.bind(value).bind(*index);
                if (row.next())
                    kept.add(*index);
            }
        }
        return condition.isExcluded ? bits.removeAll(kept) : bits.keepOnly(kept);
    }
    BlockBits having(start);
    for (const QString &value : values) {
        // house: sql — the names of columns are constants
        Statement row = m_tx.query(u"SELECT "_s + indexColumns.selected() + u" FROM audit_events WHERE "_s +
                                   column + u" = ? AND idx >= ? AND idx < ? ORDER BY idx"_s);
        row.bind(value).bind(start).bind(start + blockSize);
        while (row.next())
            having.add(indexColumns.index(row));
    }
    condition.isExcluded ? bits.removeAll(having) : bits.keepOnly(having);
}

void EventSearch::keepWords(BlockBits &bits)
{
    BlockBits having(m_blockStart);
    Statement row = m_tx.query(m_tx.dialect().searchSelect());
    row.bind(m_tx.dialect().searchMatch(m_filter.words(), m_blockStart))
        .bind(m_blockStart)
        .bind(m_blockStart + blockSize);
    while (row.next())
        having.add(indexColumns.index(row));
    bits.keepOnly(having);
}

const BlockBits &EventSearch::block(qint64 start)
{
    if (m_block && m_blockStart == start)
        return *m_block;
    m_block.reset(); // nothing half made is left when the store interrupts
    m_blockStart = start;
    auto bits = std::make_unique<BlockBits>(start);
    bits->addRange(start, std::min(start + blockSize, m_size));
    bool isFirst = true;
    const auto isKnown = [&](const EventCondition &each) {
        return each.isExcluded && !each.isFamily &&
               m_counts.isKnownOfAll(each.field, each.value, {start, std::min(start + blockSize, m_size)});
    };
    const auto &conditions = m_filter.conditions();
    bool isEmpty = std::any_of(conditions.begin(), conditions.end(), isKnown);
    for (auto each = conditions.begin(); !isEmpty && each != conditions.end(); ++each) {
        keep(*bits, *each, isFirst);
        isFirst = false;
        isEmpty = bits->count() == 0;
    }
    if (isEmpty)
        bits = std::make_unique<BlockBits>(start);
    else if (!m_filter.words().isEmpty())
        keepWords(*bits);
    m_block = std::move(bits);
    return *m_block;
}

} // namespace pc::platform
