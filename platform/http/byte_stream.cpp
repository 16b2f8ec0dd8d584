// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/byte_stream.h"

#include "contract/crypto/hashing.h"
#include "contract/crypto/openssl_ptr.h"

#include <boost/asio/post.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>

#include <sys/socket.h>

#include <algorithm>

namespace pc::platform {

namespace asio = boost::asio;
using boost::system::error_code;

ByteStream::~ByteStream() = default;

std::size_t ByteStream::writeNow(asio::const_buffer)
{
    return 0;
}

namespace {

class TlsTransport final : public ByteStream
{
public:
    TlsTransport(TcpSocket socket, asio::ssl::context &context) : m_stream(std::move(socket), context)
    {
        error_code ignored;
        const asio::ip::tcp::endpoint remote = m_stream.next_layer().remote_endpoint(ignored);
        m_address = addressText(remote.address());
        m_network = networkText(remote.address());
        m_port = remote.port();
        // Small answers must not wait for the acknowledgement of earlier ones.
        m_stream.next_layer().set_option(asio::ip::tcp::no_delay(true), ignored);
    }

    void handshake(Done done) override
    {
        m_stream.async_handshake(asio::ssl::stream_base::server,
                                 [done = std::move(done)](const error_code &error) { done(error, 0); });
    }
    void read(asio::mutable_buffer into, Done done) override
    {
        m_stream.async_read_some(into, std::move(done));
    }
    void write(asio::const_buffer from, Done done) override
    {
        asio::async_write(m_stream, from, std::move(done));
    }
    void cancel() override
    {
        error_code ignored;
        m_stream.next_layer().cancel(ignored);
    }
    void finish(Done done) override
    {
        m_stream.async_shutdown([this, done = std::move(done)](const error_code &) {
            error_code ignored;
            m_stream.next_layer().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
            done({}, 0); // a peer that does not answer close_notify is no error of ours
        });
    }
    void discard(asio::mutable_buffer into, Done done) override
    {
        m_stream.next_layer().async_read_some(into, std::move(done));
    }
    void close() override
    {
        error_code ignored;
        m_stream.next_layer().close(ignored);
    }
    int descriptor() override { return m_stream.next_layer().native_handle(); }
    PeerInfo peer() const override
    {
        PeerInfo info;
        info.listener = ListenerKind::Tcp;
        info.address = m_address;
        info.network = m_network;
        info.port = m_port;
        info.certificate = certificate();
        return info;
    }

private:
    std::optional<PeerCertificate> certificate() const
    {
        SSL *ssl = const_cast<TlsTransport *>(this)->m_stream.native_handle();
        const pc::ossl::X509Ptr x509(SSL_get1_peer_certificate(ssl));
        if (!x509)
            return std::nullopt;
        unsigned char *bytes = nullptr;
        const int size = i2d_X509(x509.get(), &bytes);
        if (size <= 0)
            return std::nullopt;
        PeerCertificate certificate;
        certificate.der = QByteArray(reinterpret_cast<const char *>(bytes), size);
        OPENSSL_free(bytes);
        certificate.thumbprintSha256 = pc::sha256({certificate.der});
        // The verify callback lets self-signed certificates pass but leaves the result, so this still tells
        // them apart.
        certificate.verified = SSL_get_verify_result(ssl) == X509_V_OK;
        return certificate;
    }

    asio::ssl::stream<TcpSocket> m_stream;
    QByteArray m_address;
    QByteArray m_network;
    quint16 m_port = 0;
};

class UnixTransport final : public ByteStream
{
public:
    explicit UnixTransport(UnixSocket socket) : m_socket(std::move(socket)) {}

    void handshake(Done done) override
    {
        asio::post(m_socket.get_executor(), [done = std::move(done)] { done({}, 0); });
    }
    void read(asio::mutable_buffer into, Done done) override
    {
        m_socket.async_read_some(into, std::move(done));
    }
    void write(asio::const_buffer from, Done done) override
    {
        asio::async_write(m_socket, from, std::move(done));
    }
    std::size_t writeNow(asio::const_buffer from) override
    {
        const ssize_t count =
            ::send(m_socket.native_handle(), from.data(), from.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        return static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    }
    void cancel() override
    {
        error_code ignored;
        m_socket.cancel(ignored);
    }
    void finish(Done done) override
    {
        error_code ignored;
        m_socket.shutdown(asio::local::stream_protocol::socket::shutdown_send, ignored);
        asio::post(m_socket.get_executor(), [done = std::move(done)] { done({}, 0); });
    }
    void discard(asio::mutable_buffer into, Done done) override { read(into, std::move(done)); }
    void close() override
    {
        error_code ignored;
        m_socket.close(ignored);
    }
    int descriptor() override { return m_socket.native_handle(); }
    PeerInfo peer() const override
    {
        PeerInfo info;
        info.listener = ListenerKind::UnixSocket;
        info.address = "unix";
        ucred credentials{};
        socklen_t size = sizeof(credentials);
        auto &socket = const_cast<UnixTransport *>(this)->m_socket;
        if (::getsockopt(socket.native_handle(), SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0)
            info.uid = credentials.uid;
        return info;
    }

private:
    UnixSocket m_socket;
};

} // namespace

QByteArray addressText(const asio::ip::address &address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return QByteArray::fromStdString(
            asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string());
    return QByteArray::fromStdString(address.to_string());
}

QByteArray networkText(const asio::ip::address &address)
{
    if (!address.is_v6() || address.to_v6().is_v4_mapped())
        return addressText(address);
    asio::ip::address_v6::bytes_type bytes = address.to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), std::uint8_t{0});
    return QByteArray::fromStdString(asio::ip::address_v6(bytes).to_string()) + "/64";
}

std::unique_ptr<ByteStream> makeTlsTransport(TcpSocket socket, asio::ssl::context &context)
{
    return std::make_unique<TlsTransport>(std::move(socket), context);
}

std::unique_ptr<ByteStream> makeUnixTransport(UnixSocket socket)
{
    return std::make_unique<UnixTransport>(std::move(socket));
}

} // namespace pc::platform
