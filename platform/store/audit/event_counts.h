// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/audit/event_filter.h"
#include "platform/store/audit/log_time.h"
#include "platform/store/sql/tx.h"

#include <QHash>
#include <QStringList>

#include <map>

namespace pc::platform {

/// Counts events of one value of a column. Millions are not counted one by one each time: how many a complete
/// block of the log has of a value that is frequent in it stands in `audit_counts`, filled beside the service
/// (countSome) out of the events, which never change. What it does not have is counted in the column's index,
/// so that every count is exact whatever has been filled; it may be emptied at any time.
class EventCounts
{
public:
    static constexpr qint64 blockSize = 4096; ///< events
    /// A value that fewer events of a block have is not kept for it.
    static constexpr qint64 fewest = 32;

    explicit EventCounts(Tx &tx);

    /// Of an exact value (no family).
    [[nodiscard]] qint64 count(EventField field, const QString &value, const IndexRange &range);
    /// Whether it is known, without counting, that every event of the range has the value.
    [[nodiscard]] bool isKnownOfAll(EventField field, const QString &value, const IndexRange &range);

    /// Statements of the schema step.
    [[nodiscard]] static QStringList schema();
    /// Complete blocks that are not counted yet.
    [[nodiscard]] static qint64 remaining(Tx &tx);
    /// Counts at most `most` more; gives what remains.
    static qint64 countSome(Tx &tx, int most);

private:
    using Blocks = std::map<qint64, qint64>; ///< events by block; what is not there is not kept

    [[nodiscard]] const Blocks &blocksOf(EventField field, const QString &value);
    [[nodiscard]] qint64 countByIndex(EventField field, const QString &value, const IndexRange &range);

    Tx &m_tx;
    QHash<std::pair<int, QString>, Blocks> m_blocks;
};

} // namespace pc::platform
