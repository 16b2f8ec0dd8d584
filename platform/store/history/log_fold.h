// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/merkle.h"
#include "contract/crypto/signing_key.h"
#include "contract/types/job.h"
#include "platform/store/history/anchor_lines.h"
#include "platform/store/sql/tx.h"

/// The verification of a whole audit log in pieces, while the log grows: every leaf from the stored bytes,
/// the columns, every node that is stored, every checkpoint and every line of the anchor file that binds it.
/// What it has found so far is a small value that can be stored between two pieces: going on from there ends
/// as one go would. Of the tables that are no log it knows nothing (verify/state_check.h).
namespace pc::platform::log_fold {

/// What stands outside of the database.
struct Witness
{
    QString origin;
    VerifyKey key;
    QString anchorPath;
};

/// The anchor's lines are followed to their end first, for what somebody accepted later binds from then on
/// only; then the log is counted, then its events are read.
enum class Phase { Anchor, Count, Events, End, Over };

struct State
{
    Phase phase = Phase::Anchor;
    AnchorPlace anchor;  ///< the last line that was followed, and later the last that was compared
    AnchorPlace binding; ///< see AnchorReading::binding
    qint64 lastSize = 0; ///< what the last line of the anchor says of the log
    QByteArray lastRoot;
    qint64 size = 0; ///< of the log when it was counted
    QByteArray root;
    merkle::Frontier frontier; ///< of the events that were read
    qint64 vouched = 0;        ///< events up to the last signature that fits
    qint64 checkpoints = 0;
    qint64 anchored = 0;
    HistoryFinding finding = HistoryFinding::Unknown; ///< the first; known when over
    qint64 firstBad = -1;
    bool operator==(const State &) const = default;
};

/// One piece further: at most so many events, or fifty times as many lines of the anchor. Throws SqlFailure.
[[nodiscard]] State advance(Tx &tx, const Witness &witness, State state, int most);

[[nodiscard]] HistoryReport reportOf(const State &state);

} // namespace pc::platform::log_fold
