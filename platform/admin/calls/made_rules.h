// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/calls/made_rule.h"

/// The one function between events of the audit log and the calls that were refused because of them: asked
/// from the event it gives the calls, asked from a call, going back through the log, its cause. Pure.
namespace pc::platform {

/// The rules that an event made and that take something away. None for an event that refuses nothing.
[[nodiscard]] QList<MadeRule> rulesMadeBy(const AuditEvent &event, const RuleSources &sources);
/// The same of how an object was made, as far as that refuses this call: it took nothing from anybody.
[[nodiscard]] QList<MadeRule> beginningsOf(const AuditEvent &event, const RuleSources &sources,
                                           const CallRecord &call);

} // namespace pc::platform
