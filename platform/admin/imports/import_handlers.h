// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Partners, plans, keys and client ids of another system from a file: what would happen row by row, and then
/// as one change.
namespace pc::platform::handlers {

AdminExpected<PreparedWrite> importPartners(const WriteCall &call);
AdminExpected<PreparedWrite> importKeys(const WriteCall &call);
AdminExpected<PreparedWrite> importPlans(const WriteCall &call);
AdminExpected<PreparedWrite> importClientIds(const WriteCall &call);
AdminResult legacyKeysGet(const AdminCall &call, Tx &tx);

} // namespace pc::platform::handlers
