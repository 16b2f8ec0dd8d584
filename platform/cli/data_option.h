// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"
#include "platform/data_dir/data_directory.h"

namespace pc::platform {

/// `--data DIR`, which every command needs.
[[nodiscard]] Option dataOption(QString &into,
                                const QString &help = QStringLiteral("the data directory of the service"));

/// Whether this is a directory that this process may look into. Said before anything is asked of it:
/// otherwise one that belongs to somebody else looks like one without a platform.
[[nodiscard]] tl::expected<void, Failure> checkDirectory(const QString &data);
/// And holds a platform.
[[nodiscard]] tl::expected<void, Failure> checkPlatform(const QString &data);

/// Busy when another process holds it.
[[nodiscard]] Failure failureOf(const DataDirectoryError &error);

} // namespace pc::platform
