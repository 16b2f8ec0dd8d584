// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/openssl_ptr.h"
#include "contract/crypto/random_source.h"

/// The few P-256 steps that OpenSSL 3.0 does not offer as one call. Internal to contract/crypto.
namespace pc::p256 {

/// 65-byte uncompressed public point of a 32-byte scalar; empty when the scalar is not in [1, n-1].
[[nodiscard]] QByteArray publicPoint(const Secret &scalar);

/// A scalar uniform in [1, n-1].
[[nodiscard]] Secret randomScalar(RandomSource &random);

/// Public key from a 65-byte uncompressed point; null when it is anything but a point on the curve.
[[nodiscard]] ossl::PkeyPtr publicKey(QByteArrayView point);

/// Key pair from a scalar and its point.
[[nodiscard]] ossl::PkeyPtr privateKey(const Secret &scalar, QByteArrayView point);

/// 65-byte uncompressed point of a P-256 key; empty for any other key.
[[nodiscard]] QByteArray pointOf(const EVP_PKEY *key);

} // namespace pc::p256
