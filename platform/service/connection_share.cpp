// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/service/connection_share.h"

#include <algorithm>

#include <sys/resource.h>

namespace pc::platform {

ConnectionShare shareConnections(int wanted, long descriptors)
{
    constexpr long least = 16;
    const long free = std::max(descriptors - ConnectionShare::kept, 0L);
    ConnectionShare share;
    share.localSocket = static_cast<int>(std::clamp(free / 16, least, 64L));
    share.gatewaySocket = static_cast<int>(std::clamp(free / 4, least, 1024L));
    const long left = std::max(free - share.localSocket - share.gatewaySocket, least);
    share.tcp = static_cast<int>(std::min<long>(wanted, left));
    return share;
}

long descriptorLimit()
{
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0)
        return 1024;
    constexpr rlim_t most = 1'000'000;
    return static_cast<long>(std::min(files.rlim_cur, most));
}

} // namespace pc::platform
