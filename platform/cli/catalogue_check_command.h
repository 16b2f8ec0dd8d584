// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

namespace pc::platform {

/// `partner-platform catalogue check FILE`: what an OpenAPI description says, and what of it the catalogue
/// could not have. Needs no service and changes nothing.
[[nodiscard]] Command catalogueCheckCommand();

} // namespace pc::platform
