// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Deny first, then store.
namespace pc::platform::handlers {

AdminExpected<PreparedWrite> partnerFreeze(const WriteCall &call);
AdminExpected<PreparedWrite> credentialSuspend(const WriteCall &call);
AdminExpected<PreparedWrite> credentialRevoke(const WriteCall &call);

} // namespace pc::platform::handlers
