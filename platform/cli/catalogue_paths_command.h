// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

namespace pc::platform {

/// `partner-platform catalogue paths FILE`: which paths of an access log would be refused, as they can be
/// read in more than one way. Needs no service and changes nothing.
[[nodiscard]] Command cataloguePathsCommand();

} // namespace pc::platform
