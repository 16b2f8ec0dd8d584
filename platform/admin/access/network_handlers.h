// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// From where a partner may call, and from where it did.
namespace pc::platform::handlers {

AdminResult networksGet(const AdminCall &call, Tx &tx);
AdminExpected<PreparedWrite> networksEdit(const WriteCall &call);
AdminResult networkSources(const AdminCall &call, Tx &tx);

} // namespace pc::platform::handlers
