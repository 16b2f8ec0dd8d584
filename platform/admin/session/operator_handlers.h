// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Operator accounts, as far as consoles see them.
namespace pc::platform::handlers {

AdminResult operatorList(const AdminCall &call, Tx &tx);

} // namespace pc::platform::handlers
