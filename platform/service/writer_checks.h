// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/service/health.h"

namespace pc::platform {

/// Names the writers that hang, "store_writer" and "revocation_journal": a job of theirs runs for longer than
/// AdminSettings::writerPatience, or the journal has no file. Decisions go on without them, and those against
/// a daily quota until too many could not be written down: "quota_store". `context` outlives `readiness`.
void watchWriters(Readiness &readiness, const AdminContext &context);

} // namespace pc::platform
