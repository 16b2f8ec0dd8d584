// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// What makes a secret, and its acknowledgement.
namespace pc::platform::handlers {

AdminExpected<PreparedWrite> credentialIssue(const WriteCall &call);
AdminExpected<PreparedWrite> credentialRotate(const WriteCall &call);
AdminExpected<PreparedWrite> credentialAck(const WriteCall &call);

} // namespace pc::platform::handlers
