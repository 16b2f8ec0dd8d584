// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/hashing.h"
#include "contract/types/enums.h"

#include <QString>

namespace pc {

/// What a secret is bound to. A verifier copied to another row of the database does not hold there.
struct VerifierInput
{
    QString partnerId;
    QString credentialId;
    int generation = 0;
    Realm realm = Realm::Unknown;
};

/// Computes what is stored instead of a secret:
///
///     HMAC-SHA-256(pepper, len‖"v1" len‖partner len‖credential len‖generation len‖realm len‖secret)
///
/// with four-byte big-endian lengths, the generation in decimal digits and the realm as "sbx" or "prd". One
/// object per pepper version; safe to use from several threads. A slow password hash has no place here: the
/// secret has 256 bits.
class VerifierKey
{
public:
    /// Keep the pepper outside the database. 32 bytes are expected; fewer than 16 are refused (fatal: a
    /// start-up error).
    explicit VerifierKey(const Secret &pepper);

    /// 32 bytes.
    [[nodiscard]] QByteArray verifier(const VerifierInput &input, const Secret &secret) const;

    /// Constant time in the stored bytes. For an unknown id call it all the same, with any input and `stored`
    /// empty: the answer is false and took as long.
    [[nodiscard]] bool holds(QByteArrayView stored, const VerifierInput &input, const Secret &secret) const;

    /// 32 bytes over other length-prefixed fields. The first one says what for, and is never "v1".
    [[nodiscard]] QByteArray keyed(std::initializer_list<QByteArrayView> parts) const
    {
        return m_key.macLengthPrefixed(parts);
    }

private:
    HmacKey m_key;
};

} // namespace pc
