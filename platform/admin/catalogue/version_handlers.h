// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Versions of an API: when they are deprecated, when they end, and who still calls them.
namespace pc::platform::handlers {

[[nodiscard]] AdminResult versionList(const AdminCall &call, Tx &tx);
[[nodiscard]] AdminExpected<PreparedWrite> versionCreate(const WriteCall &call);
[[nodiscard]] AdminExpected<PreparedWrite> versionEdit(const WriteCall &call);
[[nodiscard]] AdminExpected<PreparedWrite> versionEnd(const WriteCall &call);
[[nodiscard]] AdminExpected<PreparedWrite> versionRemove(const WriteCall &call);
[[nodiscard]] AdminResult versionUse(const AdminCall &call, Tx &tx);

} // namespace pc::platform::handlers
