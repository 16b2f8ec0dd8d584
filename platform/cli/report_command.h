// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

namespace pc::platform {

/// `partner-platform report`: tells the platform how calls ended, from a gateway's access log.
[[nodiscard]] Command reportCommand();

} // namespace pc::platform
