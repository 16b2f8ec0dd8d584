// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/problem_codes.h"

namespace pc::views {

/// Why the platform refused, and what to do, in the interface's language: the platform's own words are
/// English and stand under "Details" only. Empty for Unknown, and for codes that say nothing a person could
/// act on but what the kind of the error says already (ValidationFailed: what is wrong stands at the fields).
[[nodiscard]] QString problemSentence(ProblemCode code);

} // namespace pc::views
