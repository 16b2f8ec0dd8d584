// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Partners, and what is known of them.
namespace pc::platform::handlers {

AdminResult partnerList(const AdminCall &call, Tx &tx);
AdminResult partnerGet(const AdminCall &call, Tx &tx);
AdminExpected<PreparedWrite> partnerCreate(const WriteCall &call);
AdminExpected<PreparedWrite> partnerEdit(const WriteCall &call);

} // namespace pc::platform::handlers
