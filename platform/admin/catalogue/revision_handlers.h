// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Descriptions of APIs as they are read, looked at, and decided by.
namespace pc::platform::handlers {

AdminResult revisionList(const AdminCall &call, Tx &tx);
AdminResult revisionGet(const AdminCall &call, Tx &tx);
AdminResult revisionChanges(const AdminCall &call, Tx &tx);
AdminExpected<PreparedWrite> revisionPropose(const WriteCall &call);
AdminExpected<PreparedWrite> revisionRule(const WriteCall &call);
AdminExpected<PreparedWrite> revisionApply(const WriteCall &call);
AdminExpected<PreparedWrite> revisionRemove(const WriteCall &call);

} // namespace pc::platform::handlers
