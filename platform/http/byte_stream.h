// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to platform/http: only its .cpp files include Asio.
#include "platform/http/http_types.h"
#include "platform/http/loop.h"

#include <boost/asio/buffer.hpp>
#include <boost/system/error_code.hpp>

#include <functional>
#include <memory>

namespace boost::asio::ssl {
class context;
}

namespace pc::platform {

/// Who is at the other end, known after the handshake.
struct PeerInfo
{
    ListenerKind listener = ListenerKind::Tcp;
    QByteArray address;
    QByteArray network; ///< what its owner holds as one: see networkText()
    quint16 port = 0;
    std::optional<std::uint32_t> uid;
    std::optional<PeerCertificate> certificate;
};

/// A connected byte stream: TLS over TCP, or a Unix socket. Not thread-safe: everything runs on the loop it
/// was made with, callbacks included, and a callback never runs inside the call that was given it. Keeping
/// the transport alive until the callback came is the caller's duty.
class ByteStream
{
public:
    using Done = std::function<void(const boost::system::error_code &, std::size_t)>;

    ByteStream() = default;
    virtual ~ByteStream();
    ByteStream(const ByteStream &) = delete;
    ByteStream &operator=(const ByteStream &) = delete;

    virtual void handshake(Done done) = 0;
    /// At least one byte.
    virtual void read(boost::asio::mutable_buffer into, Done done) = 0;
    /// All bytes.
    virtual void write(boost::asio::const_buffer from, Done done) = 0;
    /// As much of `from` as leaves without waiting, in bytes; 0 where that cannot be said (TLS), and on an
    /// error, which the next write() tells.
    [[nodiscard]] virtual std::size_t writeNow(boost::asio::const_buffer from);
    /// Ends what is in flight with operation_aborted; the stream stays usable for writing.
    virtual void cancel() = 0;
    /// Says goodbye (close_notify) and ends the sending side.
    virtual void finish(Done done) = 0;
    /// Reads and drops whatever still arrives, below TLS, after finish().
    virtual void discard(boost::asio::mutable_buffer into, Done done) = 0;
    virtual void close() = 0;
    /// Of the socket below; stays the transport's.
    [[nodiscard]] virtual int descriptor() = 0;
    [[nodiscard]] virtual PeerInfo peer() const = 0;
};

/// IPv4 or IPv6 text; a mapped IPv4 address is written as IPv4.
[[nodiscard]] QByteArray addressText(const boost::asio::ip::address &address);
/// Who counts as one stranger: an IPv4 address, or the /64 of an IPv6 address, the least that one site gets
/// (RFC 6177 section 2).
[[nodiscard]] QByteArray networkText(const boost::asio::ip::address &address);

[[nodiscard]] std::unique_ptr<ByteStream> makeTlsTransport(TcpSocket socket,
                                                           boost::asio::ssl::context &context);
[[nodiscard]] std::unique_ptr<ByteStream> makeUnixTransport(UnixSocket socket);

} // namespace pc::platform
