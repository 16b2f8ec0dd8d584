// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/service/serve_options.h"

#include <algorithm>
#include <thread>

namespace pc::platform {

int ServeOptions::effectiveThreads() const
{
    if (threads > 0)
        return threads;
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 2, 8);
}

} // namespace pc::platform
