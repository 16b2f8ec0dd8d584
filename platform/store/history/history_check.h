// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/history/anchor_file.h"
#include "platform/store/journal/revocation_journal.h"
#include "platform/store/rows/checkpoint_rows.h"
#include "platform/store/sql/tx.h"

#include <optional>

namespace pc::platform {

/// Whether the log in the database is the one that the anchor file (anchor_file.h) remembers, or one that
/// grew from it.
struct HistoryVerdict
{
    enum class State {
        Accepted,
        NotBegun, ///< nothing was ever anchored here: an empty log, or the first start of a directory that a
                  ///< release before the anchor made, whose log is signed
        Refused   ///< older, shorter or another log, or a memory that was tampered with or is gone
    };
    State state = State::Accepted;
    QString why;     ///< when refused, a sentence without its full stop
    qint64 size = 0; ///< of the log in the database
    QByteArray root;
    std::optional<AnchorRecord> expected; ///< the last line of the anchor file
    /// The tree in the database does not even fit itself: no decision of a person mends that.
    bool broken = false;
};

namespace history {

/// Reads tiles and frontier, not every event: O(log n). `reading` was made with pointer() as the line that is
/// named; `kept`: what stands in the side journal. Throws SqlFailure.
[[nodiscard]] HistoryVerdict check(Tx &tx, const AnchorReading &reading,
                                   const QList<JournaledRevocation> &kept, const QString &origin,
                                   const VerifyKey &key);

/// The log's end as the database has it. Throws SqlFailure when the stored frontier is damaged.
struct Head
{
    qint64 size = 0;
    QByteArray root;
};
[[nodiscard]] Head headOf(Tx &tx);

/// Whether a checkpoint of the database is signed with this key, for the size and root of its row.
[[nodiscard]] bool isSigned(const CheckpointRow &row, const QString &origin, const VerifyKey &key);
/// And for this log.
[[nodiscard]] bool holds(Tx &tx, const CheckpointRow &row, const QString &origin, const VerifyKey &key);

/// The schema step that brought the anchor: a database without it is one of an older release.
inline constexpr int anchorSchemaStep = 9;
/// What it does: leaves the note that a log which a release before the anchor wrote may begin one. A
/// database that ever named a line gets none.
void noteOlderRelease(Tx &tx);

/// The database names a line of the anchor file that was durable when it was written itself, so that a file
/// that was cut or replaced is noticed. `last.number` 0 takes the name back.
/// Either way the log is no longer one of an older release.
void putPointer(Tx &tx, const AnchorName &last);
/// Nothing when no line is named.
[[nodiscard]] std::optional<AnchorName> pointer(Tx &tx);

} // namespace history
} // namespace pc::platform
