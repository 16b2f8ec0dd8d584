// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace pc {

/// Base64url without padding (RFC 4648 section 5, as RFC 7515 uses it).
[[nodiscard]] QByteArray toBase64Url(QByteArrayView bytes);

/// Strict: no padding, no white space, no other alphabet, unused low bits zero. So every value has one
/// spelling.
[[nodiscard]] std::optional<QByteArray> fromBase64Url(QByteArrayView text);

/// Base64 with padding (RFC 4648 section 4), strict in the same way.
[[nodiscard]] std::optional<QByteArray> fromBase64(QByteArrayView text);

} // namespace pc
