// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pc::platform {

/// How many connections each listener may hold, so that all of them together fit into the process's file
/// descriptors.
struct ConnectionShare
{
    static constexpr int kept = 256; ///< descriptors for the store, the log, probes and the listeners
    int tcp = 0;
    int gatewaySocket = 0;
    int localSocket = 0;
};

/// `wanted` for TCP; what does not fit below `descriptors` is cut, TCP by what the others leave. Each gets
/// 16 at least.
[[nodiscard]] ConnectionShare shareConnections(int wanted, long descriptors);

/// RLIMIT_NOFILE as it stands; hardenProcess() has raised it to the hard limit.
[[nodiscard]] long descriptorLimit();

} // namespace pc::platform
