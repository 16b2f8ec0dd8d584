// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/problem.h"

/// What people may say of a scope and of a plan: pure functions over values.
namespace pc::platform::domain {

/// `faults`: what the table of field limits says of it; told first.
[[nodiscard]] QList<FieldError> checkScope(const ScopeDraft &draft, const QList<FieldError> &faults);
/// The scope as the draft leaves it; version and times as they are.
[[nodiscard]] Scope edited(Scope scope, const ScopeDraft &draft);

/// `plans`: all there are; `id`: of the one that is edited, empty for a new one.
[[nodiscard]] QList<FieldError> checkPlan(const PlanDraft &draft, const QList<FieldError> &faults,
                                          const QList<Plan> &plans, const QString &id);
/// Likewise.
[[nodiscard]] Plan edited(Plan plan, const PlanDraft &draft);

} // namespace pc::platform::domain
