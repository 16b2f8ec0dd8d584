// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

namespace pc::rules {

/// An observation ends after so many days at the latest: what is only watched for ever is not enforced.
inline constexpr int longestObservationDays = 90;

/// Whether a call that would be refused for this passes while it is observed. What somebody took away on
/// purpose (a frozen partner, a revoked or suspended credential, a revoked token, a version that ended), the
/// wall between the realms, and what is no question of a gateway hold all the same. (BadRequest: of a path
/// with more than one reading, where all paths are observed; a header of ours under another spelling never
/// passes, whoever asks sees to that.)
[[nodiscard]] bool passesObserved(DecisionReason reason);

} // namespace pc::rules
