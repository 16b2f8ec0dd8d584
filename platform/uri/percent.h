// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace pc::platform {

/// 0 to 15; -1 when it is no hex digit.
[[nodiscard]] int hexValue(char c);

/// Decodes `%XX`; nullopt when a `%` is not followed by two hex digits (QByteArray::fromPercentEncoding lets
/// that pass).
[[nodiscard]] std::optional<QByteArray> percentDecode(QByteArrayView encoded);

/// The bytes as text when they are valid UTF-8 without C0 controls, DEL or NUL; else nullopt.
[[nodiscard]] std::optional<QString> cleanUtf8(QByteArrayView bytes);

} // namespace pc::platform
