// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/merkle.h"
#include "contract/crypto/signing_key.h"
#include "contract/types/evidence.h"

#include <QCryptographicHash>
#include <QMap>

#include <optional>

namespace pc::platform {

/// What a check of an evidence file found.
struct EvidenceVerdict
{
    bool ok = false;
    QString why;     ///< of a file that does not hold: a sentence, without a full stop
    qint64 line = 0; ///< where, counted from 1; 0: of the file as a whole
    bool hasManifest = false;
    EvidenceManifest manifest; ///< what it says; of a file that does not hold, that alone
    QByteArray publicKey;      ///< 32 bytes: the key that everything was checked with
    bool isKeyGiven = false;   ///< it came from outside of the file
    qint64 events = 0;         ///< read
    qint64 hashes = 0;         ///< of what is left out between them
    QDateTime first;           ///< times of the earliest and the latest event
    QDateTime last;

    /// Calls that events of the file cover by their digest: by node, first and last as it counted them.
    struct Calls
    {
        qint64 first = 0;
        qint64 last = 0;
        bool operator==(const Calls &) const = default;
    };
    QMap<QString, QList<Calls>> calls;
};

/// Checks an evidence file line by line, as docs/evidence.md says, without anything but the file and a key.
class EvidenceCheck
{
public:
    /// `known`: the key of the platform, from outside of the file. Without it the file is checked with the
    /// key that it brings.
    explicit EvidenceCheck(std::optional<VerifyKey> known);

    /// The next line without its end; false once something is wrong.
    bool take(QByteArrayView line);
    /// Behind the last line. `isWhole`: it had its end.
    [[nodiscard]] EvidenceVerdict finish(bool isWhole);

private:
    bool bad(const QString &why);
    bool takeManifest(const EvidenceManifest &manifest);
    bool takeEvent(const QString &text);
    bool takeGap(const EvidenceGap &gap);
    bool takeEnd(const EvidenceEnd &end);
    [[nodiscard]] bool isWithinRanges(qint64 index) const;
    [[nodiscard]] bool touchesRanges(qint64 begin, qint64 end) const;
    void seeCalls(const AuditEvent &event);

    const std::optional<VerifyKey> m_known;
    std::optional<VerifyKey> m_key;
    EvidenceVerdict m_verdict;
    merkle::Frontier m_tree; ///< of all lines so far
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_line = 0;
    bool m_isAfterGap = false;
    bool m_isEnded = false;
    bool m_isBad = false;
};

} // namespace pc::platform
