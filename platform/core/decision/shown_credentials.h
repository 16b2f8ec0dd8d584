// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/decide.h"

#include <vector>

namespace pc::platform {

/// By what one text is found that may be a key of another system, in whichever header such come.
struct LegacyTrace
{
    std::vector<QByteArray> lookups;
    std::vector<QByteArray> prefixes; ///< of what is proved slowly
};

/// What else a call shows that may go on to the API while it is observed, beside what it is decided by.
struct ShownCredentials
{
    bool looked = false;  ///< it was looked for, and nothing of ours authenticates the call
    bool tooMuch = false; ///< not all of it was looked through
    bool ours = false;    ///< something of ours is in it
    std::vector<LegacyTrace> traces;
};

/// What may become of it.
enum class Showing {
    Unread,    ///< it ends at the gateway
    Ours,      ///< likewise, and the call is no stranger's
    TakenAway, ///< likewise: a key of another system that is known here and was taken away
    Unproved,  ///< it ends at the gateway: it may be such a one, and cannot be told
    Foreign,   ///< it goes on
};

/// Whether a source is blocked, and what the call is decided by, has no part in it: a key that was taken away
/// must not pass because it was not looked at. Pure.
[[nodiscard]] Showing judgeShown(const Policy &policy, const ShownCredentials &shown,
                                 const DecisionRequest &request, Instant now);

} // namespace pc::platform
