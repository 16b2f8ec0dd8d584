// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/admin/api/write_outcome.h"

#include <functional>

namespace pc::platform {

/// Completes an event of eventAbout(): who did it, when, from where (byCaller(), byThePlatform()).
using Whose = std::function<AuditEvent(AuditEvent)>;
/// As the request's (byCaller()). `call` outlives it.
[[nodiscard]] Whose ofTheCaller(const AdminCall &call);

/// What follows of rows that were written, whoever wrote them, in their transaction: the log gets the events
/// of the outcome. After the commit the policy gets its rules, all in one snapshot, the feed the events, and
/// what works beside the store is told, in this order.
///
/// With its rules a narrowing that was in force for it is lifted; one without rules leaves it.
/// `published`: gets the number of that snapshot. The answer of the outcome is the caller's.
void settleOutcome(AdminContext &context, Tx &tx, WriteOutcome outcome, const Whose &whose,
                   PolicyHolder::Ticket narrowing = 0, std::function<void(qint64)> published = {});

} // namespace pc::platform
