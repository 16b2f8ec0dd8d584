// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/calls/asked_again.h"

namespace pc::platform {

/// What would let a call pass today.
struct Remedies
{
    QList<Remedy> list; ///< each alone, the smallest first; or, with `allNeeded`, all of them in their order
    bool allNeeded = false;
};

/// Each is tried: the call is asked again by a policy, or with a call, in which it was done, and only what
/// lets it pass is told. Where one is not enough, those behind each other that are. What lies in a secret, or
/// in how a call is written, cannot be tried, and is told alone.
[[nodiscard]] Remedies remediesOf(const AskedAgain &asked, const AskedAgain::Answer &today);

} // namespace pc::platform
