// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/explanation.h"
#include "views/shell/location.h"

#include <optional>

namespace pc::views {

/// Where what would let a call pass can be done, in this console; nothing when it is done elsewhere. Going
/// there needs no permission, doing it does.
[[nodiscard]] std::optional<Location> remedyPlace(const Remedy &remedy, const CallRecord &call);

} // namespace pc::views
