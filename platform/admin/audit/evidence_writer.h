// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/merkle.h"
#include "contract/types/evidence.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/audit/audit_signer.h"

#include <QCryptographicHash>

#include <deque>

namespace pc::platform {

/// Writes an evidence file (docs/evidence.md) piece by piece, each in a transaction of its own: what was
/// appended meanwhile is behind the checkpoint, and what is before it never changes.
class EvidenceWriter
{
public:
    /// Events of a piece.
    static constexpr std::size_t pieceSize = 500;

    /// `signer` outlives it; its key is the one of the checkpoint.
    EvidenceWriter(const AuditSigner &signer, EvidenceManifest manifest);

    /// What an export of this filter says of itself: where it looks, what it can prove, and how many events
    /// follow, unless counting them took too long.
    [[nodiscard]] static EvidenceManifest manifestOf(Tx &tx, const AuditFilter &filter,
                                                     const Checkpoint &checkpoint,
                                                     const audit_log::TimeIsOver &isOver);

    /// The next lines; none when nothing was found in time, before the file is over. Not after that.
    [[nodiscard]] QByteArray next(Tx &tx, const audit_log::TimeIsOver &isTimeOver);
    [[nodiscard]] bool isOver() const { return m_isOver; }

private:
    void look(Tx &tx, const audit_log::TimeIsOver &isTimeOver);
    void addEvent(Tx &tx, const merkle::SubtreeFn &subtree, qint64 index);
    void addGap(const merkle::SubtreeFn &subtree, qint64 end);
    void add(const EvidenceLine &line);

    const AuditSigner &m_signer;
    const EvidenceManifest m_manifest;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QByteArray m_lines;         ///< of the piece at hand
    std::deque<qint64> m_found; ///< events that were found and are not written yet
    qint64 m_place = 0;         ///< up to where they were looked for
    qint64 m_written = 0;       ///< up to where the tree is
    qint64 m_events = 0;
    bool m_isBegun = false;
    bool m_isLooked = false; ///< to the end
    bool m_isOver = false;
};

} // namespace pc::platform
