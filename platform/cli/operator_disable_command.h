// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

namespace pc::platform {

/// `partner-platform operator disable ACCOUNT`: ends its sessions, and lets it begin none.
[[nodiscard]] Command operatorDisableCommand();

} // namespace pc::platform
