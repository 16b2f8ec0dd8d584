// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

namespace pc::platform {

/// `partner-platform verify --data DIR`: checks the whole audit log of a stopped service, offline. Exit code
/// 1 and the first bad index when something is wrong. `--evidence FILE`: verify_evidence.h.
[[nodiscard]] Command verifyCommand();

} // namespace pc::platform
