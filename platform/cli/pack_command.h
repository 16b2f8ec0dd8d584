// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

namespace pc::platform {

/// partner-platform pack PARTNER: what a partner's developer needs, as a ZIP file.
[[nodiscard]] Command packCommand();

} // namespace pc::platform
