// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/store/sql/tx.h"

namespace pc::platform {

/// How many partners have a plan.
[[nodiscard]] int partnersOn(const Policy &policy, const QString &planId);

/// What a plan, as an edit would leave it, means for each partner that has it: limits in force before and
/// after, and what its calls of the last 30 days say.
[[nodiscard]] PlanEffect planEffect(const AdminCall &call, Tx &tx, const Plan &after);

} // namespace pc::platform
