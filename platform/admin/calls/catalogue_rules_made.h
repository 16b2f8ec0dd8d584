// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/catalogue.h"
#include "platform/admin/calls/made_rule.h"

/// Rules that events about APIs, their routes and versions, about plans and about gateways make. Pure.
namespace pc::platform {

[[nodiscard]] QList<MadeRule> catalogueRulesMade(AuditAction action, const AuditEvent &event,
                                                 const RuleSources &sources);
/// How the routes of an API came to be as they were, as far as they refuse this call.
[[nodiscard]] QList<MadeRule> catalogueBeginnings(AuditAction action, const AuditEvent &event,
                                                  const RuleSources &sources, const CallRecord &call);

/// The API of a route today; null: there is no such route.
[[nodiscard]] const Api *apiOfRoute(const Policy &policy, const QString &routeId);
[[nodiscard]] const Route *routeOf(const Policy &policy, const QString &routeId);

} // namespace pc::platform
