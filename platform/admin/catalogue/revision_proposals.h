// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Descriptions of APIs as they are read, and the rule by which their routes get scopes.
namespace pc::platform::handlers {

AdminExpected<PreparedWrite> revisionPropose(const WriteCall &call);
AdminExpected<PreparedWrite> revisionRule(const WriteCall &call);

} // namespace pc::platform::handlers
