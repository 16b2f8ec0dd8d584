// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/admin_context.h"

namespace pc::platform {

/// Writes what waits in the backlog into the store: the change and its event, one transaction each. Blocking:
/// for the maintenance thread.
void storeBacklog(AdminContext &context);

} // namespace pc::platform
