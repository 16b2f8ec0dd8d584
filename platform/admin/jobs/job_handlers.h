// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Long work: list, look, start, cancel, resume.
namespace pc::platform::handlers {

[[nodiscard]] AdminResult jobList(const AdminCall &call, Tx &tx);
[[nodiscard]] AdminResult jobGet(const AdminCall &call, Tx &tx);
[[nodiscard]] AdminExpected<PreparedWrite> jobStart(const WriteCall &call);
[[nodiscard]] AdminExpected<PreparedWrite> jobCancel(const WriteCall &call);
[[nodiscard]] AdminExpected<PreparedWrite> jobResume(const WriteCall &call);

} // namespace pc::platform::handlers
