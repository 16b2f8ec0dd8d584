// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>

namespace pc::models {

/// How long a service that fails is left alone: 1 s after the first failure, doubled with each that follows
/// it, 30 s at most. `failures`: consecutive ones, 1 or more.
[[nodiscard]] constexpr std::chrono::seconds pauseAfter(int failures)
{
    return std::min(std::chrono::seconds(1 << std::min(failures - 1, 5)), std::chrono::seconds(30));
}

} // namespace pc::models
