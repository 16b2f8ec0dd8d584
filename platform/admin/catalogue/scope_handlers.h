// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// What is said of scopes, and who holds them.
namespace pc::platform::handlers {

AdminResult scopeGet(const AdminCall &call, Tx &tx);
AdminResult scopeFiguresList(const AdminCall &call, Tx &tx);
AdminResult scopeHoldersList(const AdminCall &call, Tx &tx);
AdminResult scopeEffectOf(const AdminCall &call, Tx &tx);
AdminExpected<PreparedWrite> scopeEdit(const WriteCall &call);
AdminExpected<PreparedWrite> scopeRemove(const WriteCall &call);

} // namespace pc::platform::handlers
