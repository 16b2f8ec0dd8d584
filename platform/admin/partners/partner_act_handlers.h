// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// The stage of a partner and its status, but for what takes access away.
namespace pc::platform::handlers {

AdminResult partnerGates(const AdminCall &call, Tx &tx);
AdminExpected<PreparedWrite> partnerPromote(const WriteCall &call);
AdminExpected<PreparedWrite> partnerUnfreeze(const WriteCall &call);

} // namespace pc::platform::handlers
