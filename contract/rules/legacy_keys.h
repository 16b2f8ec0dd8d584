// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/field_fault.h"
#include "contract/types/enums.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>

#include <tl/expected.hpp>

/// Keys that another system made, and of which only a hash is brought along: how long they may go on, what
/// counts as a hash, and where they may be sent. Pure.
namespace pc::rules {

/// From the import on, at most. There is no way to move it.
inline constexpr int maxLegacyDays = 180;
/// Rows of one file.
inline constexpr int mostImportRows = 2000;
/// A bcrypt cost above it takes more than half a second of a processor for each key that is tried.
inline constexpr int maxBcryptCost = 12;
/// Of the clear beginning by which a bcrypt hash is found.
inline constexpr int leastPrefix = 4;
inline constexpr int mostPrefix = 16;
/// Bytes of a key as it is sent. A shorter one could be guessed by trying; one of another length is never
/// found, though its hash can be imported.
inline constexpr qsizetype shortestLegacyKey = 8;
inline constexpr qsizetype longestLegacyKey = 512;

/// Why a key cannot go on until then: InThePast or TooFarAhead.
[[nodiscard]] std::optional<FieldFault> deadlineFault(const QDateTime &deadline, const QDateTime &now);

/// A hash as it is written in a file: 32 bytes as 64 hexadecimal digits or base64 (either alphabet, padded or
/// not); of bcrypt its own text, `$2a$`, `$2b$` or `$2y$`. What comes back are the bytes, of bcrypt the text.
/// BadFormat for all else, OutOfRange for a bcrypt cost above the bound, TooShort for the SHA-256 of nothing,
/// which some systems have of a key that was never set. How long a key is cannot be seen of other hashes. A
/// key in clear is no hash: the fault must not repeat what was given.
[[nodiscard]] tl::expected<QByteArray, FieldFault> hashOf(KeyScheme scheme, const QString &text);

/// Letters, digits and `-._~+/=`, of 4 to 16 characters.
[[nodiscard]] bool isKeyPrefix(const QString &text);

/// Where a key is sent: a header, and of Authorization the scheme before it.
struct KeyHeader
{
    QByteArray name;   ///< as it is written: "X-Partner-Key"
    QByteArray scheme; ///< "ApiKey", "Bearer"; empty unless the name is Authorization
    bool operator==(const KeyHeader &) const = default;

    /// As it is shown: "X-Partner-Key", "Authorization: ApiKey".
    [[nodiscard]] QString text() const;
    /// By which it is found: the same in lower case.
    [[nodiscard]] QByteArray key() const;
};

/// A client id of another system: visible ASCII without spaces (RFC 6749 appendix A.1), 3 to 128 characters,
/// and none that looks like one of ours ("crd_…", in any case), so that it stands before nobody's.
[[nodiscard]] bool isForeignClientId(const QString &text);
inline constexpr int leastClientId = 3;
inline constexpr int mostClientId = 128;

/// "X-Partner-Key" or "Authorization: ApiKey"; Basic is none.
[[nodiscard]] std::optional<KeyHeader> readKeyHeader(const QString &text);
/// The same for a new key: a name that means something else to a browser, a gateway, to us or to the API
/// behind (used_headers.h) is none. One that was taken before its name was listed there goes on.
[[nodiscard]] std::optional<KeyHeader> keyHeaderOf(const QString &text);

} // namespace pc::rules
