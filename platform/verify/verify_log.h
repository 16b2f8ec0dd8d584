// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/signing_key.h"
#include "platform/store/history/anchor_file.h"
#include "platform/store/journal/revocation_journal.h"
#include "platform/store/sql/tx.h"

#include <optional>

namespace pc::platform {

/// What an offline check of a whole audit log found.
struct LogVerdict
{
    bool ok = true;
    qint64 events = 0;      ///< read
    qint64 checkpoints = 0; ///< verified
    qint64 anchored = 0;    ///< lines of the anchor file that this log fits, since it was last accepted
    /// Events that come after the last signature that fits, of a checkpoint or of the anchor: nobody but the
    /// database vouches for them.
    qint64 sinceLastSignature = 0;
    /// The first event that cannot be vouched for, when !ok; equal to `events` when what is missing or wrong
    /// comes after the last one.
    qint64 firstBad = -1;
    QString why; ///< a sentence
    /// Of a log that holds: what the tables say against it, as a sentence (StateCheck); empty when nothing.
    QString stateWhy;
    /// Entries of the side journal that nobody vouches for: forged, or left by a former version without a
    /// note.
    int unvouched = 0;
};

/// Recomputes every leaf from the stored bytes, every tile, the frontier and every checkpoint, and checks the
/// checkpoints' signatures. `key` must come from outside the database: whoever rewrote all of it could sign
/// with a key of his own. Every event's JSON must also say what its columns say. The log must contain what
/// the anchor file remembers (anchor_file.h; `anchor` was read with history::pointer()), the side journal
/// must hold what the anchor says of it (`kept`), and a log without any signature is not vouched for. Throws
/// SqlFailure when the database cannot be read.
[[nodiscard]] LogVerdict verifyLog(Tx &tx, const QString &origin, const VerifyKey &key,
                                   const AnchorReading &anchor, const QList<JournaledRevocation> &kept);

} // namespace pc::platform
