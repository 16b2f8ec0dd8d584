// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/calls/networks_then.h"
#include "platform/admin/calls/rule_then.h"
#include "platform/core/policy/policy.h"
#include "platform/domain/credential_row.h"

namespace pc::platform {

/// What the facts of the checks are made of.
struct CheckSources
{
    const CallRecord &call;
    const Policy &policy; ///< of today: names of routes and APIs
    const FoundRule &rule;
    QString partnerName;
    std::optional<CredentialRow> credential;
    std::optional<Stage> stage; ///< of the partner in that realm, as it stood
    NetworksThen networks;
};

/// Every check in its order: those before the one that failed passed, and those behind it were not reached.
/// Pure.
[[nodiscard]] QList<ExplainedCheck> explainedChecks(const CheckSources &sources);

} // namespace pc::platform
