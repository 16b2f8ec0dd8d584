// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/secret.h"

namespace pc::platform {

/// Whether `text` is the key of this bcrypt hash (`$2a$`, `$2b$`, `$2y$`; libxcrypt). Costs what the hash
/// says: of 12, a quarter of a second. Thread-safe. As bcrypt has it, only the first 72 bytes of the text
/// count.
[[nodiscard]] bool bcryptHolds(const Secret &text, const Secret &hash);

/// A hash for tests and samples, of this cost; empty when the library cannot.
[[nodiscard]] QByteArray bcryptHash(const Secret &text, int cost, QByteArrayView random16);

} // namespace pc::platform
