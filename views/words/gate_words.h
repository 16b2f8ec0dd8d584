// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/gate.h"

namespace pc::views {

/// The condition in a few words ("Agreement in force"), also for a kind that this build does not know.
[[nodiscard]] QString gateTitle(const Gate &gate);
/// Why an open gate is open, with its figures; empty for a passed one, and where nothing more is known.
[[nodiscard]] QString gateFaultText(const Gate &gate);

} // namespace pc::views
