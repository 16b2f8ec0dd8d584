// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

namespace pc::platform {

/// `partner-platform operator token ACCOUNT`: prints a sign-in token for the console.
[[nodiscard]] Command operatorTokenCommand();

} // namespace pc::platform
