// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/crypto_error.h"
#include "contract/crypto/signing_key.h"

#include <QDateTime>
#include <QString>

/// Checkpoints of the audit log as signed notes, so that existing transparency-log tools can read them:
///
///     <origin>
///     <size, decimal>
///     <root, base64>
///     time <RFC 3339, UTC, milliseconds>
///
///     — <origin> <base64 of key id (4 bytes) ‖ Ed25519 signature (64 bytes)>
///
/// Every line ends with a newline. The signature covers the four lines. Key id = the first four bytes of
/// SHA-256(origin ‖ 0x0A ‖ 0x01 ‖ public key). (c2sp.org/signed-note, c2sp.org/tlog-checkpoint)
namespace pc {

struct CheckpointBody
{
    QString origin; ///< names the log, e.g. "platform.example/audit"; 1 to 200 visible characters but '+'
    quint64 size = 0;
    QByteArray root; ///< 32 bytes
    QDateTime at;    ///< UTC, milliseconds
    bool operator==(const CheckpointBody &) const = default;
};

[[nodiscard]] bool isCheckpointOrigin(const QString &origin);

/// Four bytes that say which key a signature line is of.
[[nodiscard]] QByteArray checkpointKeyId(const QString &origin, const VerifyKey &key);

/// Malformed when the body cannot be written, Unsupported when the key is not Ed25519.
[[nodiscard]] CryptoResult<QByteArray> signCheckpoint(const CheckpointBody &body, const SigningKey &key);

/// Strict: exactly the form above with one signature, from this origin and key.
[[nodiscard]] CryptoResult<CheckpointBody> verifyCheckpoint(QByteArrayView note, const QString &origin,
                                                            const VerifyKey &key);

} // namespace pc
