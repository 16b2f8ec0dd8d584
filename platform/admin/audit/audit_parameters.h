// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "platform/admin/api/parameters.h"

namespace pc::platform::handlers {

/// What the query of an operation on audit events filters by; `parameters` keeps what is wrong with it.
[[nodiscard]] AuditFilter auditFilter(Parameters &parameters);

} // namespace pc::platform::handlers
