// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"
#include "platform/service/serve_options.h"

namespace pc::platform {

/// What `serve` takes, and that it becomes `options`, which outlive the command.
void describe(Command &command, ServeOptions &options);

} // namespace pc::platform
