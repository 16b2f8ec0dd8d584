// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/http/router.h"

namespace pc::platform {

/// From now on every request of this router, whatever becomes of it, is looked at for living secrets of ours
/// in its target and in its header fields: they end in somebody's log. Not looked at: Authorization, which
/// is made for secrets; on the partners' side X-Api-Key likewise, and at the gateways' question what the
/// authorizer looks at itself (core/decision/authorizer.h). `context` outlives the router.
void watchForLeaks(Router &router, AdminContext &context);

} // namespace pc::platform
