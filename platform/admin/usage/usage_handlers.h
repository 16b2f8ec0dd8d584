// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Roll-ups and quotas.
namespace pc::platform::handlers {

AdminResult usageSeries(const AdminCall &call, Tx &tx);
AdminResult quotaGet(const AdminCall &call, Tx &tx);

} // namespace pc::platform::handlers
