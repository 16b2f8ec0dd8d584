// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"

namespace pc::platform {

/// Whether a call is one of those that a filter lists: the same question as that of the store, asked of one
/// record. Pure.
[[nodiscard]] bool matches(const CallFilter &filter, const CallRecord &call);

} // namespace pc::platform
