// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Plans, and what an edit of one means for its partners.
namespace pc::platform::handlers {

AdminResult planList(const AdminCall &call, Tx &tx);
AdminResult planGet(const AdminCall &call, Tx &tx);
AdminResult planEffectOf(const AdminCall &call, Tx &tx);
AdminExpected<PreparedWrite> planCreate(const WriteCall &call);
AdminExpected<PreparedWrite> planEdit(const WriteCall &call);
AdminExpected<PreparedWrite> planRemove(const WriteCall &call);

} // namespace pc::platform::handlers
