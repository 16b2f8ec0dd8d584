// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to platform/http.
#include "platform/http/server_core.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <tl/expected.hpp>

#include <functional>
#include <memory>

namespace pc::platform {

/// Accepts connections on one socket while there is room, and makes Connections of them.
class Listener
{
public:
    virtual ~Listener();
    virtual void start() = 0;
    /// From any thread; nothing is accepted afterwards.
    virtual void close() = 0;
};

struct BoundTcp
{
    std::shared_ptr<Listener> listener;
    quint16 port = 0;
    /// Reads the certificate files again, for connections that begin later; from any thread.
    std::function<tl::expected<void, QString>()> reloadTls;
};

[[nodiscard]] tl::expected<BoundTcp, QString> bindTcp(const std::shared_ptr<ServerCore> &core,
                                                      const TcpListenerOptions &options);
[[nodiscard]] tl::expected<std::shared_ptr<Listener>, QString>
bindUnix(const std::shared_ptr<ServerCore> &core, const UnixListenerOptions &options);

} // namespace pc::platform
