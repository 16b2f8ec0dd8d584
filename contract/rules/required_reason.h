// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/operations.h"

/// Which acts need a reason, by their row (Operation::reason) and the case. Pure; asked by the service before
/// it acts and by every dialog before it sends.
namespace pc::rules {

enum class ReasonNeed {
    None,     ///< the act carries no reason
    Optional, ///< it may
    Required, ///< it is refused without one ("required" at /reason)
};

/// What the need may depend on beside the operation.
struct ReasonFacts
{
    Realm realm = Realm::Unknown; ///< of a credential that is issued: production needs a reason
    bool emergency = false;       ///< of a rotation: it drops the older generation
    bool endsNow = false;      ///< the older generation gets no (more) grace: ended now, or rotated without
    bool changesReach = false; ///< of allow-lists: more or less is let through, or waived (networks.h)
};

[[nodiscard]] ReasonNeed reasonNeed(Op op, const ReasonFacts &facts = {});

} // namespace pc::rules
