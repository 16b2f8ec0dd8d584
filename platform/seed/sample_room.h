// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace pc::platform::seed {

/// Bytes free where `path` is or will be; nothing when the system does not tell.
[[nodiscard]] std::optional<qint64> freeBytesAt(const QString &path);

/// Why a sample with so many audit events does not fit, as a sentence; empty when it does, or when it is not
/// known.
[[nodiscard]] QString noRoom(qint64 events, std::optional<qint64> freeBytes);

} // namespace pc::platform::seed
