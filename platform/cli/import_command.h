// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

namespace pc::platform {

/// `partner-platform import …`: what another system has, from a file.
[[nodiscard]] Command importCommand();

} // namespace pc::platform
