// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/signing_key.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace pc::platform {

/// One line of the anchor file: what the audit log was after an act. One line of printable ASCII, single
/// spaces:
///
///     v1 <number> <size> <root> <time> <act> <subject> <previous> <signature>
///
/// root and previous: 32 bytes, signature: 64 bytes, all base64url; time: milliseconds since the epoch, UTC.
/// `previous` is the SHA-256 of the line before (32 zero bytes in the first), so the signature of the last
/// line covers every line. The Ed25519 signature is over "partner-platform anchor v1", the log's origin and
/// the line up to its last space, with a newline after each of the first two.
struct AnchorRecord
{
    qint64 number = 0; ///< from 1
    qint64 size = 0;   ///< events in the log
    QByteArray root;   ///< 32 bytes (RFC 9162 section 2.1)
    QDateTime at;
    QString act;     ///< "credential.revoke", "checkpoint", …; what is not [A-Za-z0-9._:-] becomes '_'
    QString subject; ///< what it was done to; the same alphabet
    QByteArray previous;
    bool operator==(const AnchorRecord &) const = default;
};

namespace anchor_record {

inline constexpr qsizetype longestLine = 700;
/// The act after which what was remembered before binds no more.
inline constexpr QByteArrayView acceptanceAct = "history.accept";

/// With its newline.
[[nodiscard]] QByteArray line(const AnchorRecord &record, const QString &origin, const SigningKey &key);
/// `line` without its newline. Nothing when it does not have exactly this form; the signature is not looked
/// at.
[[nodiscard]] std::optional<AnchorRecord> parse(const QByteArray &line);
[[nodiscard]] bool isSigned(const QByteArray &line, const QString &origin, const VerifyKey &key);
/// What a reader of many lines looks at in each of them, as it is written; the rest of a line is vouched for
/// by the hash that the next one carries. The views are into the line.
struct Glance
{
    qint64 number = 0;
    QByteArrayView act;
    QByteArrayView subject;
    QByteArrayView previous; ///< base64url
};
/// Nothing when the line has another number of fields, or its number is none.
[[nodiscard]] std::optional<Glance> glanceAt(QByteArrayView line);
/// What the next line says as `previous`.
[[nodiscard]] QByteArray hashOf(const QByteArray &line);
/// Of the first line.
[[nodiscard]] QByteArray noPrevious();

} // namespace anchor_record
} // namespace pc::platform
