// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Long work: list, look, start, cancel, resume.
namespace pc::platform::handlers {

[[nodiscard]] AdminResult jobList(const AdminCall &call, Tx &tx);
[[nodiscard]] AdminResult jobGet(const AdminCall &call, Tx &tx);
[[nodiscard]] AdminResult jobStart(WriteCall &call, Tx &tx);
[[nodiscard]] AdminResult jobCancel(WriteCall &call, Tx &tx);
[[nodiscard]] AdminResult jobResume(WriteCall &call, Tx &tx);

} // namespace pc::platform::handlers
