// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"

namespace pc::views {

/// Why a call ended as it did, to stand behind a colon: "orders:write was not granted".
[[nodiscard]] QString reasonClause(const CallRecord &call);

} // namespace pc::views
