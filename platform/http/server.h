// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/server_options.h"
#include "platform/log/log.h"

#include <tl/expected.hpp>

#include <chrono>
#include <memory>

namespace pc::platform {

/// HTTP/1.1 over TLS and over Unix sockets, on a few threads. Every request is read whole within its limits,
/// answered exactly once, and answered in order on its connection. Handlers run on the server's threads.
class HttpServer
{
public:
    /// `threads` ≥ 1. `log` must outlive the server.
    HttpServer(int threads, const Log &log);
    /// Stops without draining when stop() was not called.
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Binds and listens; nothing is accepted before start(). Gives the port (asked for as 0: a free one), or
    /// why not, in plain words.
    [[nodiscard]] tl::expected<quint16, QString> listenTcp(const TcpListenerOptions &options);
    /// A socket file left by a dead process is replaced; the caller's lock must make sure that no live one
    /// owns it. The file appears with its final permissions, never wider for a moment.
    [[nodiscard]] tl::expected<void, QString> listenUnix(const UnixListenerOptions &options);

    /// The certificate files have changed: connections that begin from now on get them, others keep what they
    /// have. A file that cannot be used changes nothing. From any thread.
    [[nodiscard]] tl::expected<void, QString> reloadTls();

    void start();
    /// Accepts nothing more, closes idle connections, lets requests in work finish for `drain`, cuts the
    /// rest, and returns when every thread has ended. Responders may still be called afterwards; they do
    /// nothing. Not from a handler.
    void stop(std::chrono::milliseconds drain = std::chrono::seconds(5));

    [[nodiscard]] int connectionCount() const;

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace pc::platform
