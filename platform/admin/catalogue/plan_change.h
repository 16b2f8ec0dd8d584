// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/write_call.h"
#include "platform/admin/api/write_outcome.h"
#include "platform/store/sql/tx.h"

/// How a plan is written, whoever asks for it: a form or a file.
namespace pc::platform {

/// What the audit log tells of an edit; empty when nothing was changed.
[[nodiscard]] QList<FieldChange> planChanges(const Plan &before, const Plan &after);

/// Stores a plan that there was not, and gives it its id. The outcome has its event without reason and
/// ticket, and its rule.
[[nodiscard]] WriteOutcome storeNewPlan(const WriteCall &call, Tx &tx, Plan &plan);
/// Stores an edit of `before` as the next version: an editor that stands on the one before is told so. The
/// limits in force of all its partners follow.
[[nodiscard]] WriteOutcome storePlan(const WriteCall &call, Tx &tx, const Plan &before, Plan &plan);
/// Removes a plan that no partner has.
[[nodiscard]] WriteOutcome dropPlan(Tx &tx, const Plan &plan);

} // namespace pc::platform
