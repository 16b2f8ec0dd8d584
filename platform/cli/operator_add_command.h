// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

namespace pc::platform {

/// `partner-platform operator add ACCOUNT`: makes an account, or changes its roles and enables it again.
[[nodiscard]] Command operatorAddCommand();

} // namespace pc::platform
