// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/explanation.h"
#include "platform/admin/api/admin_context.h"

namespace pc::platform {

/// Why a call ended as it did (docs/why.md).
[[nodiscard]] CallExplanation explained(const AdminContext &context, Tx &tx, const CallRecord &call);
/// The calls that were refused because of an event.
[[nodiscard]] RefusalsOfEvent refusalsOf(const AdminContext &context, Tx &tx, const AuditEvent &event);

} // namespace pc::platform
