// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/onboarding/onboard_draft.h"

namespace pc::models {

/// Of what the service said of a draft (pointers into its request), what holds after an edit: each until
/// something is edited that may mend it, which is the value that the pointer names, and with faults of
/// several values the others, too (of a name that is taken the short name; of a scope the lawful basis; of an
/// end its beginning). What names no field of a draft holds until any edit. Pure.
[[nodiscard]] QList<rules::FieldProblem> stillTold(const QList<rules::FieldProblem> &told,
                                                   const OnboardDraft &before, const OnboardDraft &after);

} // namespace pc::models
