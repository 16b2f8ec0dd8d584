// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

namespace pc::platform {

/// `partner-platform gateway remove NAME`: in force at once, recorded, and then taken from the list.
[[nodiscard]] Command gatewayRemoveCommand();

} // namespace pc::platform
