// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

#include <QByteArray>

namespace pc::platform {

/// The bytes of a description; one byte more than may be there of a file that is too large.
[[nodiscard]] tl::expected<QByteArray, Failure> readDescriptionFile(const QString &path);

} // namespace pc::platform
