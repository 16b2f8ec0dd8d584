// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/explanation.h"

namespace pc::views {

/// An explanation as text for a ticket: ids, times in UTC, the checks, the cause, what would let it pass; no
/// secret, as the record has none.
[[nodiscard]] QString ticketText(const CallExplanation &explanation);

} // namespace pc::views
