// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/merkle.h"
#include "contract/types/audit.h"
#include "contract/types/page.h"
#include "contract/types/time_histogram.h"
#include "platform/store/audit/audit_index.h"
#include "platform/store/sql/tx.h"

#include <functional>
#include <optional>

namespace pc::platform::audit_log {

/// Levels of the tree that one tile covers; it stores the nodes of the lowest, tileWidth when it is full.
inline constexpr int tileBits = 8;
inline constexpr int tileWidth = 1 << tileBits;

/// Appends to the log inside the job's transaction: event, leaf, frontier and tiles. Sets the event's index,
/// id and time (not before the previous event's, unless the clock was set back by more than five seconds),
/// and gives it back as stored.
AuditEvent append(Tx &tx, AuditEvent event);

/// Appends many without reading the frontier for each; call finish() before the transaction ends.
class BulkAppender
{
public:
    explicit BulkAppender(Tx &tx);
    AuditEvent append(AuditEvent event);
    void finish();
    [[nodiscard]] quint64 size() const { return m_frontier.size(); }
    [[nodiscard]] QByteArray root() const { return m_frontier.root(); }

private:
    void keepNode(int level, quint64 index, const QByteArray &hash);

    Tx &m_tx;
    Statement m_insert; // kept: looking them up for each of a million events costs more than running them
    audit_index::Indexer m_index;
    merkle::Frontier m_frontier;
    qint64 m_lastAt = 0;
    QByteArray m_openTile; // leaf hashes of the incomplete tile
    QString m_act;         // of the newest event, and its target
    QString m_subject;
};

[[nodiscard]] merkle::Frontier frontier(Tx &tx);

struct LogEnd
{
    qint64 size = 0;
    qint64 lastAt = 0; ///< of the newest event, milliseconds since the epoch
};
[[nodiscard]] LogEnd endOf(Tx &tx);
[[nodiscard]] std::optional<AuditRecord> find(Tx &tx, qint64 index);
/// Whether a question has taken its time; asked often, cheap. Empty: never.
using TimeIsOver = std::function<bool()>;

/// In the order in which events were appended, or the opposite one; where a time lies in it is told by
/// LogTime. Nullopt when the cursor is not one of this list; one made in either order is good for both. When
/// time is over, or the store interrupts (Tx::interruptWhen), it gives what it found, how far it came, and a
/// cursor to go on from.
[[nodiscard]] std::optional<Page<AuditRecord>> list(Tx &tx, const AuditQuery &query,
                                                    const TimeIsOver &isOver = {});
/// How the events of a filter lie in time, in at most `buckets` pieces. Newer pieces are counted first.
[[nodiscard]] TimeHistogram histogram(Tx &tx, const AuditFilter &filter, int buckets, const QDateTime &now,
                                      const TimeIsOver &isOver = {});
/// Canonical bytes of [from, from + limit), oldest first.
[[nodiscard]] QList<QByteArray> canonicalRange(Tx &tx, qint64 from, int limit);
/// Decodes stored bytes; throws SqlFailure(Corrupt) when they are not an event.
[[nodiscard]] AuditEvent decode(const QByteArray &canonical);

/// Hashes of the nodes of one tile as they are stored; empty when there is none.
[[nodiscard]] QByteArray storedTile(Tx &tx, int level, quint64 index);

/// Hashes of complete subtrees out of tiles; keeps the tiles it read, so make one per proof.
[[nodiscard]] merkle::SubtreeFn subtrees(Tx &tx);

} // namespace pc::platform::audit_log
