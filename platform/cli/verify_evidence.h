// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/signing_key.h"
#include "platform/cli/command.h"

#include <optional>

namespace pc::platform {

/// The key of `--public-key`: 32 bytes as hexadecimal digits, base64 or base64url, or a file with it in PEM
/// (as `openssl pkey -pubout` writes it). Nullopt when it is none of them.
[[nodiscard]] std::optional<VerifyKey> publicKeyFrom(const QString &text);

/// `partner-platform verify --evidence FILE`: checks an evidence file (docs/evidence.md), and tells what was
/// checked and what was not. `known`: the key of the platform, when it was given.
[[nodiscard]] Outcome verifyEvidence(const QString &file, const std::optional<VerifyKey> &known);

} // namespace pc::platform
