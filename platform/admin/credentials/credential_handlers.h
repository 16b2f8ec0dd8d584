// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Credentials, but for what makes a secret and what takes access away.
namespace pc::platform::handlers {

AdminResult credentialList(const AdminCall &call, Tx &tx);
AdminResult credentialGet(const AdminCall &call, Tx &tx);
AdminResult credentialUse(const AdminCall &call, Tx &tx);
AdminExpected<PreparedWrite> credentialResume(const WriteCall &call);

} // namespace pc::platform::handlers
