// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/operations.h"

#include <QString>

namespace pc::models {
class Connection;
}

namespace pc::views {

/// Why an act cannot be done now, as a sentence; empty when nothing stands in its way. The one guard:
/// commands ask it through their Op, once (CommandRegistry::setGuard), and buttons without a command ask it
/// here.
[[nodiscard]] QString blockText(const models::Connection &connection, Op op);

} // namespace pc::views
