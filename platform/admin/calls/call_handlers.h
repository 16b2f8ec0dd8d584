// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Call records.
namespace pc::platform::handlers {

AdminResult callList(const AdminCall &call, Tx &tx);
AdminResult callGet(const AdminCall &call, Tx &tx);

} // namespace pc::platform::handlers
