// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time/time_span.h"

namespace pc::models {

/// The part of time that a strip shows of a span that is selected in it: with as much around it that it
/// stands as a tenth in the middle, but not beyond the present; a day or more with as much on either side.
/// All of time stays so.
[[nodiscard]] TimeSpan spanAround(const TimeSpan &span, const QDateTime &now);

} // namespace pc::models
