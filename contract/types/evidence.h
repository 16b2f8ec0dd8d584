// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "contract/types/enums.h"

/// A file of audit events that is checked without the service, line by line (docs/evidence.md): a manifest,
/// then events in the log's order and what is left out between them, and an end. Together the lines make up
/// the whole tree that the checkpoint of the manifest was signed for.
namespace pc {

/// Events of the log from index `begin` to before `end`.
struct EvidenceRange
{
    qint64 begin = 0;
    qint64 end = 0;
    bool operator==(const EvidenceRange &) const = default;
};

struct EvidenceManifest
{
    static constexpr int thisFormat = 1;

    int format = thisFormat;
    QDateTime madeAt; ///< UTC
    QString madeBy;   ///< operator account
    AuditFilter filter;
    QList<EvidenceRange> ranges; ///< where in the log it was looked for: that of the filter's time; ascending
    EvidenceProof proves = EvidenceProof::Unknown;
    std::optional<qint64> events; ///< that follow, when it was known beforehand
    Checkpoint checkpoint;        ///< of the log that everything is proven against
    bool operator==(const EvidenceManifest &) const = default;
};

/// What stands in the log between two events of the file: the hashes of the fewest complete subtrees that
/// cover it, in its order (merkle::subtreesOf).
struct EvidenceGap
{
    qint64 begin = 0;
    qint64 end = 0;
    QList<QByteArray> hashes; ///< 32 bytes each
    bool operator==(const EvidenceGap &) const = default;
};

struct EvidenceEnd
{
    qint64 events = 0;
    QByteArray sha256;    ///< of all lines before this one, with their line ends
    QByteArray signature; ///< Ed25519 by the checkpoint's key over evidenceStatement()
    bool operator==(const EvidenceEnd &) const = default;
};

/// Exactly one of them.
struct EvidenceLine
{
    std::optional<EvidenceManifest> manifest;
    std::optional<QString> event; ///< its canonical bytes, which are UTF-8
    std::optional<EvidenceGap> gap;
    std::optional<EvidenceEnd> end;
    bool operator==(const EvidenceLine &) const = default;
};

} // namespace pc
