// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

namespace pc::platform {

/// `partner-platform gateway add NAME`: issues a client certificate and registers the gateway.
[[nodiscard]] Command gatewayAddCommand();

} // namespace pc::platform
