// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Why a call ended so, and what an event refused.
namespace pc::platform::handlers {

AdminResult callExplain(const AdminCall &call, Tx &tx);
AdminResult auditRefusals(const AdminCall &call, Tx &tx);

} // namespace pc::platform::handlers
