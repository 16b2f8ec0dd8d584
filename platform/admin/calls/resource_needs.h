// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/calls.h"
#include "platform/core/policy/policy.h"

/// The resources that a call names in its path, beside what a grant binds them to. Pure.
namespace pc::platform {

/// The parameters of the call's path, by the routes of today.
[[nodiscard]] QList<std::pair<QString, QString>> parametersOf(const Policy &policy, const CallRecord &call);
/// "account_id=1001": those that the rules do not let through.
[[nodiscard]] QStringList lackedResources(const Policy &policy, const CallRecord &call,
                                          const QList<ResourceRule> &rules);
/// Each that they let through, likewise.
[[nodiscard]] QStringList resourceTexts(const QList<ResourceRule> &rules);

} // namespace pc::platform
