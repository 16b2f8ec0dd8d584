// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to platform/http.
#include "platform/http/server_core.h"

namespace pc::platform {

/// The way from any thread back onto a connection's loop: at most once, and never into a connection that is
/// gone.
struct Answer
{
    /// Destroying the last copy without a call answers 500.
    [[nodiscard]] static Responder responderFor(const std::shared_ptr<HttpConnection> &connection,
                                                const std::shared_ptr<ServerCore> &core, const Loop &loop,
                                                quint64 requestNumber);
    /// For one piece of a streamed body; destroying it without a call fails the stream.
    [[nodiscard]] static std::function<void(BodyChunk)>
    delivererFor(const std::shared_ptr<HttpConnection> &connection, const std::shared_ptr<ServerCore> &core,
                 const Loop &loop, quint64 requestNumber);
};

} // namespace pc::platform
