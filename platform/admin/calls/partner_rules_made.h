// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/calls/made_rule.h"

/// Rules that events about a partner, its grant and its networks make. Pure.
namespace pc::platform {

[[nodiscard]] QList<MadeRule> partnerRulesMade(AuditAction action, const AuditEvent &event,
                                               const RuleSources &sources);
/// How a partner was made, as far as it refuses this call.
[[nodiscard]] QList<MadeRule> partnerBeginnings(AuditAction action, const AuditEvent &event,
                                                const RuleSources &sources, const CallRecord &call);

/// The scopes that the route of a call needs: as its record says, and as the catalogue has them today.
[[nodiscard]] QStringList neededScopes(const Policy &policy, const CallRecord &call);
/// The routes that need a scope today.
[[nodiscard]] QStringList routesThatNeed(const Policy &policy, const QString &scope);
/// The list of networks that holds for a realm, as events name it.
[[nodiscard]] QString networkListOf(Realm realm);
/// Whether the event, of a partner, its grant or a plan, changes by which limits is decided.
[[nodiscard]] bool changesLimits(AuditAction action, const AuditEvent &event);

} // namespace pc::platform
