// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/store/sql/tx.h"

namespace pc::platform::handlers {

/// GET /partners/{partner_id}/pack?realm=sbx|prd
[[nodiscard]] AdminResult packGet(const AdminCall &call, Tx &tx);

} // namespace pc::platform::handlers
