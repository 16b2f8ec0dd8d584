// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/random_source.h"

#include <optional>

namespace pc {

/// AES-256-GCM under a key of 32 bytes: nonce (12, random), ciphertext, tag (16). `about` is bound to it and
/// not in it. For what a service keeps and must read again; what it need not read is kept as a keyed hash.
[[nodiscard]] QByteArray closeBox(const Secret &key, QByteArrayView plain, QByteArrayView about,
                                  RandomSource &random);
/// Nothing for another key, another `about`, or a box that was changed.
[[nodiscard]] std::optional<Secret> openBox(const Secret &key, QByteArrayView box, QByteArrayView about);

} // namespace pc
