// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"

#include <functional>

namespace pc::platform {

/// A session that begins or goes on, for somebody who waits for it.
struct WantedSession
{
    OperatorSessions::Unstored session;
    /// Asked on any thread, again in the store's turn: a look into memory.
    std::function<bool()> isAllowed;
    /// Exactly once, on any thread; must not block. True: it is admitted.
    std::function<void(bool admitted)> answer;
};

/// The store gets it, and it counts from then on. A store that says no, or nothing within
/// AdminSettings::storePatience, and a history that is not accepted do not keep anybody out who would take
/// power away: then it counts from memory, told to the process log, and is stored later (storeSessions).
/// Returns at once.
void keepSession(AdminContext &context, WantedSession wanted);

/// What nobody could write down before, each once. Returns at once; what still cannot be is tried at the next
/// call.
void storeSessions(AdminContext &context);

} // namespace pc::platform
