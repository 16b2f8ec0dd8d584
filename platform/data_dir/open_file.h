// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace pc::platform {

/// Size in bytes of an open file that still has this name; nothing when another file has it, or none: what is
/// written into a file that was moved away is found by nobody.
[[nodiscard]] std::optional<qint64> sizeWhileNamed(int descriptor, const QString &path);

} // namespace pc::platform
