// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to platform/http.
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>

#include <chrono>

namespace pc::platform {

/// What a connection runs on: an event loop that one thread turns, so that nothing which runs on it meets
/// another. Sockets and timers are named by its type: Asio's usual ones hold any executor, and ask it anew
/// for everything they do.
using Loop = boost::asio::io_context::executor_type;
using TcpSocket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Loop>;
using UnixSocket = boost::asio::basic_stream_socket<boost::asio::local::stream_protocol, Loop>;
using LoopTimer =
    boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                      boost::asio::wait_traits<std::chrono::steady_clock>, Loop>;

} // namespace pc::platform
