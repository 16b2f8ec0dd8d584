// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/secret.h"

namespace pc::platform {

/// All that bcrypt looks at. Of a longer text any other with the same beginning would pass for it.
inline constexpr qsizetype longestBcryptText = 72;

/// Whether `text` is the key of this bcrypt hash (`$2a$`, `$2b$`, `$2y$`; libxcrypt). Costs what the hash
/// says: of 12, a quarter of a second. Thread-safe. A text of more than longestBcryptText bytes is none.
[[nodiscard]] bool bcryptHolds(const Secret &text, const Secret &hash);

/// A hash for tests and samples, of this cost; empty when the library cannot.
[[nodiscard]] QByteArray bcryptHash(const Secret &text, int cost, QByteArrayView random16);

} // namespace pc::platform
