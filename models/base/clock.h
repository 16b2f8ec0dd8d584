// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/timer_clock.h"

namespace pc::models {

/// The clock seam of client/http/timer_clock.h, by its name in this floor: injected wherever a model or flow
/// needs time.
using client::Alarm;
using client::SystemClock;
using client::TimerClock;

} // namespace pc::models
