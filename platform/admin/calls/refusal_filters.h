// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/calls/call_cause.h"
#include "platform/store/rows/usage_store.h"

namespace pc::platform {

/// What the pure rules need of an event or a call besides: the scopes of the partner's credentials, and which
/// generations the events of a credential ended.
[[nodiscard]] RuleSources ruleSources(Tx &tx, const Policy &policy, const QString &partnerId,
                                      const QString &credentialId);

/// The calls that were refused by the rules which an event made, each from its beginning to its end; several
/// only where no filter holds them all. Empty: the event refuses nothing, or nothing that a filter can say.
[[nodiscard]] QList<CallFilter> refusalFilters(Tx &tx, UsageStore &usage, const RuleSources &sources,
                                               const AuditEvent &event);

/// Those alike: refused by the same rule, or, where no filter says it, of the same partner for the same
/// reason at the same place since the rule was so. Without conditions: the call was not refused.
[[nodiscard]] CallFilter alikeOf(Tx &tx, UsageStore &usage, const RuleSources &sources,
                                 const CallRecord &call, const std::optional<CallCause> &cause);

} // namespace pc::platform
