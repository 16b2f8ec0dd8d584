// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/clock.h"

namespace pc::models {

/// The clock seam of client/http/clock.h, by its name in this floor: injected wherever a model or flow needs
/// time.
using client::Alarm;
using client::Clock;
using client::SystemClock;

} // namespace pc::models
