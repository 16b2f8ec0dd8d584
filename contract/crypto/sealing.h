// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/crypto_error.h"
#include "contract/crypto/random_source.h"

#include <QString>

/// One secret, encrypted to a key pair that lives as long as one intent of the console, so that a lost reply
/// can be asked for again and nobody between the service and the dialog reads it.
///
/// Public key, wire form: 65 bytes, uncompressed P-256 point (SEC 1 section 2.3.3).
/// Sealed message, version 1:
///
///     0x01 ‖ E (65 bytes, the sender's one-time public key) ‖ ciphertext ‖ tag (16 bytes)
///
///     Z    = ECDH(P-256), the x coordinate
///     info = LP("pc.sealing.v1", E, R)                       R: the recipient's public key
///     key ‖ nonce = HKDF-SHA-256(salt: none, Z, info, 32 + 12 bytes)
///     ciphertext, tag = AES-256-GCM(key, nonce, secret, AAD = LP("pc.sealing.v1", credential id, generation,
///     idempotency key))
///
/// LP is the length-prefixed encoding of hashing.h, the generation in decimal digits. E is used for one
/// message only, so key and nonce never repeat. The recipient's point is checked to lie on the curve. Test
/// vectors: contract/vectors/sealing.json.
namespace pc {

inline constexpr qsizetype sealingPublicKeySize = 65;
inline constexpr qsizetype sealingOverhead = 1 + sealingPublicKeySize + 16;
inline constexpr qsizetype sealingMaxSecret = 4096;

/// What a sealed secret is for; opening with any other value fails.
struct SealingContext
{
    QString credentialId;
    int generation = 0;
    QString idempotencyKey;
};

/// A P-256 key pair for one intent. Move-only; the private scalar is wiped with the object.
class SealingKey
{
public:
    [[nodiscard]] static SealingKey generate(RandomSource &random);
    /// From a big-endian scalar of 32 bytes in [1, n-1]; for vectors and for a flow that must survive a
    /// restart.
    [[nodiscard]] static CryptoResult<SealingKey> fromScalar(Secret scalar);

    [[nodiscard]] const QByteArray &publicKey() const { return m_publicKey; }
    [[nodiscard]] const Secret &scalar() const { return m_scalar; }

    /// The secret, or Malformed (shape), Unsupported (version), Rejected (not for this key and context, or
    /// changed).
    [[nodiscard]] CryptoResult<Secret> open(QByteArrayView sealed, const SealingContext &context) const;

private:
    SealingKey() = default;
    Secret m_scalar;
    QByteArray m_publicKey;
};

/// Checks size, form and that the point lies on the curve.
[[nodiscard]] bool isSealingPublicKey(QByteArrayView publicKey);

/// Seals 1 to sealingMaxSecret bytes. Malformed when the public key or the length is wrong.
[[nodiscard]] CryptoResult<QByteArray> seal(QByteArrayView publicKey, const Secret &secret,
                                            const SealingContext &context, RandomSource &random);

/// What the console sends to acknowledge that it holds the secret: SHA-256(LP("pc.ack.v1", credential id,
/// generation, secret)), 32 bytes. It proves possession to somebody who knows the secret or this digest, and
/// says nothing to anybody else.
[[nodiscard]] QByteArray ackDigest(const Secret &secret, const QString &credentialId, int generation);

} // namespace pc
