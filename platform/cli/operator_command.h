// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

namespace pc::platform {

/// `partner-platform operator add|list|disable|token`: over the socket of a running service, or on the data
/// directory of a stopped one.
[[nodiscard]] Command operatorCommand();

} // namespace pc::platform
