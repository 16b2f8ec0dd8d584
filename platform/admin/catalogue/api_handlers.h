// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// The APIs behind the platform.
namespace pc::platform::handlers {

AdminResult apiList(const AdminCall &call, Tx &tx);
AdminResult apiGet(const AdminCall &call, Tx &tx);
AdminExpected<PreparedWrite> apiCreate(const WriteCall &call);
AdminExpected<PreparedWrite> apiEdit(const WriteCall &call);
AdminExpected<PreparedWrite> apiRemove(const WriteCall &call);

} // namespace pc::platform::handlers
