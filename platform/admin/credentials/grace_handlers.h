// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Moving the end of a grace is a write, ending it now is a revocation.
namespace pc::platform::handlers {

AdminExpected<PreparedWrite> credentialGrace(const WriteCall &call);

} // namespace pc::platform::handlers
