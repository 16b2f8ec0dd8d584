// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace pc::platform::openapi {

/// What stands behind "openapi" as a whole version: "3.1.0", also where a description says "3.1" only, which
/// without quotes is a number. Nothing for another one than 3.0 and 3.1.
[[nodiscard]] std::optional<QString> versionOf(const QString &text);

} // namespace pc::platform::openapi
