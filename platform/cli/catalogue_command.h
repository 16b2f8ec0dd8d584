// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

namespace pc::platform {

/// `partner-platform catalogue …`: the routes that partners may call.
[[nodiscard]] Command catalogueCommand();

} // namespace pc::platform
