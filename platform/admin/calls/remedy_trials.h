// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/calls/asked_again.h"

namespace pc::platform {

/// Something that may let a call pass, done.
struct Trial
{
    QList<Remedy> remedies; ///< usually one
    Policy policy;
    AskedChange change;
    bool isSure = false; ///< it cannot be tried: nothing that is recorded would be other
};

/// What may be done against a refusal for `reason`, the smallest first, on top of what was done already.
[[nodiscard]] std::vector<Trial> trialsFor(const AskedAgain &asked, const AskedAgain::Answer &answer,
                                           const Policy &policy, const AskedChange &change);

} // namespace pc::platform
