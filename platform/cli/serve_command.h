// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/secret.h"
#include "platform/cli/command.h"

#include <QString>

#include <optional>

namespace pc::platform {

/// `partner-platform serve`: runs until told to end. Standard output gets exactly one line, when the service
/// is ready.
[[nodiscard]] Command serveCommand();

/// `{"ca_file":…,"url":…}` and, when given, `"token"`, with a line end; `"attached":true` when the service is
/// another process's. A Secret because it may hold the token.
[[nodiscard]] pc::Secret readinessLine(const QString &url, const QString &caFile,
                                       const std::optional<pc::Secret> &token, bool attached = false);

} // namespace pc::platform
