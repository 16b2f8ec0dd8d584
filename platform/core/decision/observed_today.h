// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/observation.h"
#include "platform/core/policy/policy.h"
#include "platform/core/secrets/pepper_ring.h"

namespace pc::platform {

/// What would become now of calls that were counted under an observation. Asks the function that decides,
/// with each of the partner's credentials that is valid: Passes or Refused where all of them give the same.
/// From where the calls came, which values they named and how many there are was not counted: what
/// depends on it is Open, and so is everything of callers that proved no partner. Pure.
/// `apiId`: whose routes they called, when the observation says it.
[[nodiscard]] ObservedToday judgedToday(const Policy &policy, const PepperRing &peppers,
                                        const ObservedLine &line, const QString &apiId,
                                        const QList<QByteArray> &id16s, Instant now);

} // namespace pc::platform
