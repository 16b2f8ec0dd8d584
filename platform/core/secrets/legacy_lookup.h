// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/random_source.h"
#include "platform/core/policy/legacy_index.h"
#include "platform/core/secrets/legacy_hmac_keys.h"
#include "platform/core/secrets/pepper_ring.h"

#include <optional>

/// What stands for an imported key, in the database and in memory: keyed hashes under the pepper, so that a
/// database that gets away gives nobody back the hash of the other system, by which its keys could be guessed
/// (docs/adr/0180). Pure.
namespace pc::platform::legacy {

/// By which a key is found whose hash is `digest`, when it is sent in this header. 32 bytes.
[[nodiscard]] QByteArray lookupOf(const PepperRing &peppers, int version, const QByteArray &header,
                                  KeyScheme scheme, const QByteArray &hmacKey, QByteArrayView digest);
/// By which a bcrypt key is found that begins with this. 32 bytes.
[[nodiscard]] QByteArray prefixOf(const PepperRing &peppers, int version, const QByteArray &header,
                                  QByteArrayView prefix);
/// Of a row of an import: the same whenever it is imported again with this pepper. 32 bytes.
[[nodiscard]] QByteArray originOf(const PepperRing &peppers, int version, const QByteArray &header,
                                  KeyScheme scheme, const QByteArray &hmacKey, QByteArrayView hash);

/// A bcrypt hash as it is kept until the first use: it must be read again, so it is encrypted.
[[nodiscard]] QByteArray closeHash(const PepperRing &peppers, int version, const QString &credentialId,
                                   QByteArrayView hash, RandomSource &random);
[[nodiscard]] std::optional<Secret> openHash(const PepperRing &peppers, int version,
                                             const QString &credentialId, QByteArrayView box);

/// The hash of a text in a fast scheme; nothing when the other system's key is not there.
[[nodiscard]] std::optional<QByteArray> digestOf(KeyScheme scheme, const HmacKey *key, QByteArrayView text);

} // namespace pc::platform::legacy
