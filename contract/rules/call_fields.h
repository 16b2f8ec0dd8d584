// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"

#include <span>

/// What calls are filtered by, as one table: the service reads its parameters from it, the client writes
/// them, and the console's text form and its facets come from it.
namespace pc::rules {

struct CallFieldRow
{
    CallField field;
    const char *parameter; ///< of the Admin API; "not_" in front where it excludes
    bool takesSeveral;     ///< between commas, and may exclude; else one value, which may hold commas
    bool hasFacet;         ///< how the calls fall upon its values is counted
};

/// Every field but Unknown, in the order of the enumeration.
[[nodiscard]] std::span<const CallFieldRow> callFields();
/// Aborts for Unknown.
[[nodiscard]] const CallFieldRow &callField(CallField field);
/// Whether the value can be one of that field: of an enumeration, a number, an id; else any text.
[[nodiscard]] bool isCallValue(CallField field, const QString &value);
/// Values of one field in one condition.
inline constexpr qsizetype mostCallValues = 50;

} // namespace pc::rules
