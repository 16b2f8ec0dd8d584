// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/http/raw_client.h"

#include <QFile>

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <array>
#include <cerrno>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace pc::test {
namespace {

constexpr int patienceMilliseconds = 5000;

void setTimeouts(int socket, int milliseconds)
{
    const timeval timeout{milliseconds / 1000, (milliseconds % 1000) * 1000};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof(timeout));
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &timeout, sizeof(timeout));
}

int connectTcp(quint16 port, const QByteArray &source)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    ::inet_pton(AF_INET, source.constData(), &address.sin_addr);
    if (::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0) {
        ::close(socket);
        return -1;
    }
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0) {
        ::close(socket);
        return -1;
    }
    setTimeouts(socket, patienceMilliseconds);
    return socket;
}

} // namespace

struct RawClient::Private
{
    int socket = -1;
    SSL_CTX *context = nullptr;
    SSL *ssl = nullptr;
    QByteArray buffer;
    bool atEnd = false;

    ~Private()
    {
        SSL_free(ssl);
        SSL_CTX_free(context);
        if (socket >= 0)
            ::close(socket);
    }
};

RawClient::RawClient() : m_d(std::make_unique<Private>()) {}
RawClient::~RawClient() = default;

std::unique_ptr<RawClient> RawClient::tls(quint16 port, const TlsClientOptions &options, QString *error)
{
    std::unique_ptr<RawClient> client(new RawClient);
    Private &d = *client->m_d;
    d.context = SSL_CTX_new(TLS_client_method());
    const auto failed = [error](const char *what) {
        if (error != nullptr) {
            std::array<char, 256> text{};
            ERR_error_string_n(ERR_get_error(), text.data(), text.size());
            *error = QString::fromLatin1(what) + QStringLiteral(": ") + QString::fromLatin1(text.data());
        }
        ERR_clear_error();
        return nullptr;
    };
    SSL_CTX_set_security_level(d.context,
                               0); // so that old versions are refused by the server, not by this client
    if (options.minimumVersion != 0)
        SSL_CTX_set_min_proto_version(d.context, options.minimumVersion);
    if (options.maximumVersion != 0)
        SSL_CTX_set_max_proto_version(d.context, options.maximumVersion);
    SSL_CTX_set_verify(d.context, SSL_VERIFY_PEER, nullptr);
    if (SSL_CTX_load_verify_file(d.context, QFile::encodeName(options.caFile).constData()) != 1)
        return failed("CA file");
    if (!options.certificateFile.isEmpty() &&
        (SSL_CTX_use_certificate_chain_file(d.context,
                                            QFile::encodeName(options.certificateFile).constData()) != 1 ||
         SSL_CTX_use_PrivateKey_file(d.context, QFile::encodeName(options.keyFile).constData(),
                                     SSL_FILETYPE_PEM) != 1)) {
        return failed("client certificate");
    }
    d.socket = connectTcp(port, options.source);
    if (d.socket < 0)
        return failed("connect");
    d.ssl = SSL_new(d.context);
    SSL_set_fd(d.ssl, d.socket);
    SSL_set1_host(d.ssl, "localhost");
    if (SSL_connect(d.ssl) != 1)
        return failed("handshake");
    return client;
}

std::unique_ptr<RawClient> RawClient::unixSocket(const QString &path)
{
    std::unique_ptr<RawClient> client(new RawClient);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    client->m_d->socket = socket;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path);
    if (name.size() >= static_cast<qsizetype>(sizeof(address.sun_path)))
        return nullptr;
    std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0)
        return nullptr;
    setTimeouts(socket, patienceMilliseconds);
    return client;
}

std::unique_ptr<RawClient> RawClient::plain(quint16 port, const QByteArray &source)
{
    std::unique_ptr<RawClient> client(new RawClient);
    client->m_d->socket = connectTcp(port, source);
    if (client->m_d->socket < 0)
        return nullptr;
    return client;
}

bool RawClient::send(const QByteArray &bytes)
{
    QByteArrayView rest = bytes;
    while (!rest.isEmpty()) {
        const auto size = static_cast<std::size_t>(rest.size());
        const auto count = m_d->ssl != nullptr ? SSL_write(m_d->ssl, rest.data(), static_cast<int>(size))
                                               : ::send(m_d->socket, rest.data(), size, MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        rest = rest.sliced(count);
    }
    return true;
}

/// Reads once, waiting at most that long; false when nothing came.
bool RawClient::more(int milliseconds)
{
    if (m_d->atEnd)
        return false;
    if (m_d->ssl == nullptr || SSL_pending(m_d->ssl) == 0) {
        pollfd waiting{m_d->socket, POLLIN, 0};
        if (::poll(&waiting, 1, milliseconds) <= 0)
            return false;
    }
    std::array<char, 16 * 1024> bytes;
    const auto count = m_d->ssl != nullptr ? SSL_read(m_d->ssl, bytes.data(), static_cast<int>(bytes.size()))
                                           : ::recv(m_d->socket, bytes.data(), bytes.size(), 0);
    if (count <= 0) {
        m_d->atEnd = true;
        return false;
    }
    m_d->buffer.append(bytes.data(), static_cast<qsizetype>(count));
    return true;
}

std::optional<QByteArray> RawClient::take(qsizetype count)
{
    while (m_d->buffer.size() < count) {
        if (!more(patienceMilliseconds))
            return std::nullopt;
    }
    QByteArray taken = m_d->buffer.first(count);
    m_d->buffer.remove(0, count);
    return taken;
}

std::optional<QByteArray> RawClient::takeLine()
{
    while (!m_d->buffer.contains("\r\n")) {
        if (!more(patienceMilliseconds))
            return std::nullopt;
    }
    QByteArray line = m_d->buffer.first(m_d->buffer.indexOf("\r\n"));
    m_d->buffer.remove(0, line.size() + 2);
    return line;
}

std::optional<RawResponse> RawClient::response(bool toHead)
{
    const std::optional<QByteArray> first = takeLine();
    if (!first || !first->startsWith("HTTP/1.1 "))
        return std::nullopt;
    RawResponse answer;
    answer.status = first->mid(9, 3).toInt();
    for (;;) {
        const std::optional<QByteArray> line = takeLine();
        if (!line)
            return std::nullopt;
        if (line->isEmpty())
            break;
        const qsizetype colon = line->indexOf(':');
        answer.headers.add(line->first(colon), line->mid(colon + 1).trimmed());
    }
    if (toHead || answer.status < 200 || answer.status == 204)
        return answer;
    if (answer.headers.value("Transfer-Encoding") == "chunked") {
        for (;;) {
            const std::optional<QByteArray> size = takeLine();
            const qsizetype count = size ? size->toLongLong(nullptr, 16) : 0;
            const std::optional<QByteArray> chunk = size ? take(count + 2) : std::nullopt;
            if (!chunk) {
                answer.bodyComplete = false;
                return answer;
            }
            if (count == 0)
                return answer;
            answer.body += chunk->first(count);
        }
    }
    if (answer.headers.contains("Content-Length")) {
        const std::optional<QByteArray> body = take(answer.headers.value("Content-Length").toLongLong());
        answer.bodyComplete = body.has_value();
        answer.body = body ? *body : m_d->buffer;
        return answer;
    }
    answer.body = readAll();
    return answer;
}

bool RawClient::closedWithin(int milliseconds)
{
    if (!m_d->buffer.isEmpty())
        return false;
    return !more(milliseconds) && m_d->atEnd;
}

QByteArray RawClient::readAll()
{
    while (more(patienceMilliseconds)) {
    }
    QByteArray all;
    all.swap(m_d->buffer);
    return all;
}

void RawClient::reset()
{
    const linger hard{1, 0};
    ::setsockopt(m_d->socket, SOL_SOCKET, SO_LINGER, &hard, sizeof(hard));
    ::close(m_d->socket);
    m_d->socket = -1;
}

QByteArray RawClient::tlsVersion() const
{
    return SSL_get_version(m_d->ssl);
}

} // namespace pc::test
