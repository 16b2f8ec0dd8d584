// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/audit/audit_log.h"
#include "platform/store/audit/block_bits.h"
#include "platform/store/audit/event_counts.h"
#include "platform/store/audit/event_filter.h"
#include "platform/store/audit/log_time.h"

#include <limits>
#include <memory>
#include <vector>

namespace pc::platform {

/// Finds and counts events of a filter by their indexes alone; no event is read. Three ways:
///
/// - one condition: its index, which has the events in the log's order;
/// - a partner and any other conditions: `audit_partner_events`, which has all that is filtered by;
/// - everything else: block by block of the log (BlockBits), what each condition has of it. Words are kept by
///   block too (Dialect::searchMatch), so that no search gathers more than the words of one block at a time.
///
/// What it does between two looks at the clock takes some milliseconds. For one transaction.
class EventSearch
{
public:
    EventSearch(Tx &tx, const AuditFilter &asked);

    struct Found
    {
        std::vector<qint64> indexes; ///< in the order asked for
        /// Everything between the place and here was looked at: a place as LogTime::placeOf() has it.
        qint64 place = 0;
        bool isCut = false; ///< for want of time
    };
    /// At most `most` events of `ranges` from a place on: below it when newest first, else from it upwards.
    /// What the store interrupts (Tx::interruptWhen) is as if time was over, unless nothing was looked at
    /// yet.
    [[nodiscard]] Found find(const std::vector<IndexRange> &ranges, qint64 place, RowOrder order, int most,
                             const audit_log::TimeIsOver &isOver);

    struct Count
    {
        qint64 events = 0;
        bool isCut = false; ///< there may be more
    };
    /// How many of a range there are. What the store interrupts is as if time was over. So is, where blocks
    /// are gone through, that `enough` were counted.
    [[nodiscard]] Count count(const IndexRange &range, const audit_log::TimeIsOver &isOver,
                              qint64 enough = std::numeric_limits<qint64>::max());

private:
    enum class Way { Everything, Nothing, Index, Partner, Blocks };

    [[nodiscard]] Way wayOf(const IndexRange &range) const;
    /// `range` as pieces that are done in one way each, and quickly.
    [[nodiscard]] IndexRange pieceOf(const IndexRange &range, bool isFromEnd) const;
    void findIn(const IndexRange &piece, bool isNewestFirst, std::size_t most, std::vector<qint64> &found);
    [[nodiscard]] qint64 countIn(const IndexRange &piece);
    [[nodiscard]] Filter sqlOf(const IndexRange &piece) const;
    [[nodiscard]] QString tableOf(Way way) const;

    /// What matches of the block; nothing outside of the events that there are.
    [[nodiscard]] const BlockBits &block(qint64 start);
    void keep(BlockBits &bits, const EventCondition &condition, bool isFirst);
    void keepWords(BlockBits &bits);
    [[nodiscard]] QStringList valuesOf(const EventCondition &condition);

    Tx &m_tx;
    const EventFilter m_filter;
    EventCounts m_counts;
    qint64 m_size = 0;
    qint64 m_indexedFrom = 0; ///< audit_index::remaining()
    QHash<QString, QStringList> m_families;
    qint64 m_blockStart = -1;
    std::unique_ptr<BlockBits> m_block;
};

} // namespace pc::platform
