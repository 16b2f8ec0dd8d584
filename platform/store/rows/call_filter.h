// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"
#include "platform/store/sql/keyset.h"

/// What calls are filtered by, as conditions on the table `calls`.
namespace pc::platform::call_rows {

/// The conditions of a filter. A request and a decision have few calls: what else is asked of them is kept
/// from the other indexes, which would go through all that a partner ever made.
[[nodiscard]] Filter sqlOf(const CallFilter &filter);
/// By which the list is sorted; likewise.
[[nodiscard]] QString timeExpression(const CallFilter &filter);

/// The column of a field, or the expression that stands for it; empty for one without (a request).
[[nodiscard]] QString columnOf(CallField field);

} // namespace pc::platform::call_rows
