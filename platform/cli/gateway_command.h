// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

namespace pc::platform {

/// `partner-platform gateway add|check|list|remove`: client certificates with which gateways ask for
/// decisions.
[[nodiscard]] Command gatewayCommand();

} // namespace pc::platform
