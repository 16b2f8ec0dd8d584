// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

namespace pc::platform {

/// `catalogue import FILE`: the routes of an API from its OpenAPI description.
[[nodiscard]] Command catalogueImportCommand();

} // namespace pc::platform
