// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"

namespace pc::models {
class CallNames;
struct CallQueryFault;
} // namespace pc::models

namespace pc::views {

/// What is wrong with a line that asks for calls, and what would be right.
[[nodiscard]] QString faultText(const models::CallQueryFault &fault);
/// A value of a field as people know it: a name instead of an id, a word instead of a code.
[[nodiscard]] QString callValueText(CallField field, const QString &value, models::CallNames &names);
/// All values of a condition: "Refused, Throttled".
[[nodiscard]] QString conditionText(const CallCondition &condition, models::CallNames &names);
/// The field of a condition, said to be left out where it is: "Reason", "not Source".
[[nodiscard]] QString conditionLabel(const CallCondition &condition);

} // namespace pc::views
