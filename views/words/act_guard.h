// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/connection.h"
#include "views/commands/command_registry.h"

namespace pc::views {

/// Why an act cannot be done now, as a sentence; empty when nothing stands in its way.
[[nodiscard]] QString blockText(const models::Connection &connection, Op op);
/// The same as the state of a command.
[[nodiscard]] CommandState guarded(const models::Connection &connection, Op op);

} // namespace pc::views
