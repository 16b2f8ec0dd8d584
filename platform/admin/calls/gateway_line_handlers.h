// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// What gateways wrote of requests that never came to a decision.
namespace pc::platform::handlers {

AdminResult gatewayLineList(const AdminCall &call, Tx &tx);

} // namespace pc::platform::handlers
