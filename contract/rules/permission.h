// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/operations.h"
#include "contract/types/session.h"

#include <optional>

namespace pc::rules {

/// Whether a session may do something: the one judgement of it on the console's side.
enum class Permit {
    Granted,
    Loading, ///< the session is not known yet: nothing can be said
    Missing, ///< the roles lack the permission, which is called operation(op).id
};

/// By the permissions that the service gave to the session, never by roles the console knows of.
[[nodiscard]] Permit permitOf(const std::optional<Session> &session, Op op);

} // namespace pc::rules
