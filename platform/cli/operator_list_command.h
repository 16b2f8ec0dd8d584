// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

namespace pc::platform {

/// `partner-platform operator list`: one line an account, its parts between tabs.
[[nodiscard]] Command operatorListCommand();

} // namespace pc::platform
