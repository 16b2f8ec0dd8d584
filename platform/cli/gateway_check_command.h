// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

namespace pc::platform {

/// `partner-platform gateway check NAME`: tries an installed gateway from end to end, and says what is wrong
/// and how to mend it.
[[nodiscard]] Command gatewayCheckCommand();

} // namespace pc::platform
