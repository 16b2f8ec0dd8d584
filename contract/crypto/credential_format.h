// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/crypto_error.h"
#include "contract/crypto/random_source.h"
#include "contract/types/enums.h"

#include <QString>

/// The text form of everything a partner authenticates with:
///
///     <brand>_<type>_<realm>_<id16>_<secret43><crc6>
///
/// brand: 3 to 6 lower-case letters · type: ak, cs, ol · realm: sbx, prd · id16 and secret43: base62 ·
/// crc6: CRC-32 of everything before it, base62, zero padded. 62^43 > 2^256, so the secret holds 256 bits.
/// The text has 77 to 80 bytes. The checksum stops garbage before any look-up and lets secret scanners find
/// leaks; it proves nothing. The stored realm and type decide, never the ones in the text.
namespace pc {

enum class CredentialTextType { ApiKey, ClientSecret, OneTimeLink }; // "ak", "cs", "ol"

inline constexpr qsizetype credentialIdLength = 16;
inline constexpr qsizetype credentialSecretLength = 43;
inline constexpr qsizetype credentialTextMaxLength = 80;

/// A parsed credential text.
struct CredentialText
{
    QByteArray brand;
    CredentialTextType type = CredentialTextType::ClientSecret;
    Realm realm = Realm::Unknown;
    QByteArray id; ///< 16 base62 characters, public
    Secret secret; ///< 43 base62 characters

    /// "crd_<id16>": the credential's id and OAuth client_id.
    [[nodiscard]] QString credentialId() const;
    /// The text up to and without the secret: what may be shown and logged, e.g.
    /// "pcx_cs_sbx_0123456789abcdef".
    [[nodiscard]] QByteArray publicPrefix() const;
};

[[nodiscard]] bool isCredentialBrand(QByteArrayView brand) noexcept;

/// A fresh id16 (95 bits; public).
[[nodiscard]] QByteArray newCredentialId(RandomSource &random);
/// A fresh secret43, uniform over all base62 strings of that length.
[[nodiscard]] Secret newCredentialSecret(RandomSource &random);

/// The full text. Malformed when a part does not have its shape.
[[nodiscard]] CryptoResult<Secret> formatCredential(const CredentialText &parts);

/// Strict: exactly this form, this brand, this checksum. Malformed when the shape is wrong, Rejected when the
/// checksum is. Takes any bytes of any length; anything longer than credentialTextMaxLength is refused
/// unread.
[[nodiscard]] CryptoResult<CredentialText> parseCredential(QByteArrayView text, QByteArrayView brand);

/// The last four characters of a full text, which people compare ("ends in …").
[[nodiscard]] QString credentialLastFour(const Secret &text);

} // namespace pc
