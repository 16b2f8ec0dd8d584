// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

namespace pc::platform {

/// `partner-platform history show|accept --data DIR [--reason TEXT]`: on a running service over its socket,
/// else on the directory itself. `show` exits with 1 when the history is not accepted.
[[nodiscard]] Command historyCommand();

} // namespace pc::platform
