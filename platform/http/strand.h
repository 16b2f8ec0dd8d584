// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to platform/http.
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/strand.hpp>

#include <chrono>

namespace pc::platform {

/// What a connection runs on, and what runs on it. Named by its type: Asio's usual sockets and timers hold
/// any executor, and ask it anew for everything they do.
using Strand = boost::asio::strand<boost::asio::io_context::executor_type>;
using TcpSocket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Strand>;
using UnixSocket = boost::asio::basic_stream_socket<boost::asio::local::stream_protocol, Strand>;
using StrandTimer =
    boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                      boost::asio::wait_traits<std::chrono::steady_clock>, Strand>;

} // namespace pc::platform
