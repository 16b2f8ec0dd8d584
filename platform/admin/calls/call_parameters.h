// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"
#include "platform/admin/api/parameters.h"

namespace pc::platform::handlers {

/// What the query of an operation on calls filters by (contract/rules/call_fields.h); `parameters` keeps
/// what is wrong with it.
[[nodiscard]] CallFilter callFilter(Parameters &parameters);

} // namespace pc::platform::handlers
