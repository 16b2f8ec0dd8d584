// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// The catalogue, and what a partner is granted of it.
namespace pc::platform::handlers {

AdminResult scopeList(const AdminCall &call, Tx &tx);
AdminResult routeList(const AdminCall &call, Tx &tx);
AdminResult grantGet(const AdminCall &call, Tx &tx);
AdminExpected<PreparedWrite> grantEdit(const WriteCall &call);
AdminResult scopeUseGet(const AdminCall &call, Tx &tx);

} // namespace pc::platform::handlers
