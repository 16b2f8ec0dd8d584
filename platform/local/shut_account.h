// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/operators/operator_sessions.h"

namespace pc::platform {

/// Disabled, also when only the side journal knows it yet.
[[nodiscard]] inline bool isShut(const OperatorSessions &sessions, const QString &account)
{
    return sessions.find(account) && !sessions.isOwner(account);
}

} // namespace pc::platform
