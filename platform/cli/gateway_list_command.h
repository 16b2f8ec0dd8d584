// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

namespace pc::platform {

/// `partner-platform gateway list`: one line a gateway, its parts between tabs.
[[nodiscard]] Command gatewayListCommand();

} // namespace pc::platform
