// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/explanation.h"
#include "platform/admin/calls/call_cause.h"

namespace pc::platform {

/// The rule that refused, with what it was made by.
struct FoundRule
{
    RuleThen rule;
    std::optional<CallCause> cause;
};

/// The rule by which a call was refused, as it stood: read from the events that the call stood on, by their
/// indexes. Nothing is known of a call that refused nothing, or does not say what it stood on.
[[nodiscard]] FoundRule findRule(Tx &tx, const RuleSources &sources, const CallRecord &call);

} // namespace pc::platform
