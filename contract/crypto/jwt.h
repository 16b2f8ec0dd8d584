// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/crypto_error.h"
#include "contract/crypto/signing_key.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

/// Compact JWS (RFC 7515) with ES256 and EdDSA, and nothing else: no `none`, no HMAC, no key taken from a
/// header. What the claims say is for the caller to check.
namespace pc {

inline constexpr qsizetype jwsMaxLength = 8192;

/// A verified token: whose signature held.
struct Jws
{
    QString keyId;      ///< `kid`, may be empty
    QString type;       ///< `typ`, may be empty
    QByteArray payload; ///< bytes as signed
};

/// Finds the key for a `kid` (empty when the token has none); nothing when there is none.
using KeyLookup = std::function<std::optional<VerifyKey>(const QString &keyId)>;

/// `type` becomes `typ` (RFC 9068 wants "at+jwt"); `kid` is the key's thumbprint.
[[nodiscard]] QByteArray signJws(QByteArrayView payload, const QString &type, const SigningKey &key);

/// The key decides the algorithm; a token that names another is Rejected. `type`: the `typ` that the caller
/// demands (compared without regard to case, "application/" may be left out: RFC 7515 section 4.1.9), or
/// nothing when it takes any. Malformed: not three base64url parts with a JSON header. Unsupported: `crit`
/// present, or an algorithm that is not allowed.
[[nodiscard]] CryptoResult<Jws> verifyJws(QByteArrayView token, const std::optional<QString> &type,
                                          const KeyLookup &keys);

/// A JWK set (RFC 7517 section 5) as JSON text.
[[nodiscard]] QByteArray jwkSet(const QList<VerifyKey> &keys);

/// The keys of a JWK set that are of our two kinds; others are left out. Malformed when it is not a JWK set.
[[nodiscard]] CryptoResult<QList<VerifyKey>> parseJwkSet(QByteArrayView json);

} // namespace pc
