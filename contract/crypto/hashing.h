// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/secret.h"

#include <initializer_list>

namespace pc {

inline constexpr qsizetype sha256Size = 32;

/// SHA-256 over the parts, one after the other.
[[nodiscard]] QByteArray sha256(std::initializer_list<QByteArrayView> parts);

/// SHA-256 over length-prefixed parts: each part is preceded by its length as four bytes, big endian. No two
/// lists of parts have the same encoding, so neighbouring fields cannot be shifted into each other.
[[nodiscard]] QByteArray sha256LengthPrefixed(std::initializer_list<QByteArrayView> parts);

/// The same encoding as bytes, for use as associated data or key-derivation context. Not for secrets.
[[nodiscard]] QByteArray lengthPrefixed(std::initializer_list<QByteArrayView> parts);

/// HMAC-SHA-256 with a key that is set once. mac() may be called from several threads at the same time.
class HmacKey
{
public:
    explicit HmacKey(const Secret &key);
    ~HmacKey();
    HmacKey(HmacKey &&) noexcept;
    HmacKey &operator=(HmacKey &&) noexcept;
    HmacKey(const HmacKey &) = delete;
    HmacKey &operator=(const HmacKey &) = delete;

    /// 32 bytes over length-prefixed parts.
    [[nodiscard]] QByteArray macLengthPrefixed(std::initializer_list<QByteArrayView> parts) const;
    /// 32 bytes over the message as it is (RFC 2104): what other systems compute.
    [[nodiscard]] QByteArray mac(QByteArrayView message) const;

private:
    void *m_context = nullptr; // EVP_MAC_CTX with the key schedule already computed
};

} // namespace pc
