// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/probe_client.h"

#include <QFile>
#include <QUrl>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <memory>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pc::platform {

using namespace Qt::StringLiterals;
using Steady = std::chrono::steady_clock;

namespace {

constexpr qsizetype mostBytes = 16 * 1024;

struct FreeContext
{
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
};
struct FreeSsl
{
    void operator()(SSL *ssl) const { SSL_free(ssl); }
};

/// A non-blocking connection with one deadline for everything, with or without TLS.
class Wire
{
public:
    explicit Wire(Steady::time_point deadline) : m_deadline(deadline) {}
    ~Wire()
    {
        m_ssl.reset();
        if (m_socket >= 0)
            ::close(m_socket);
    }
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;

    [[nodiscard]] bool connect(const QByteArray &host, int port, NameLookup &names);
    [[nodiscard]] bool startTls(const QByteArray &host, const QString &caFile);
    [[nodiscard]] bool write(QByteArrayView bytes);
    /// Until the end of the header, or the end of what may be read.
    [[nodiscard]] QByteArray readHeader();

private:
    [[nodiscard]] bool wait(short events);
    /// Waits for what OpenSSL asked for; false when there is nothing to wait for.
    [[nodiscard]] bool waitFor(int result);

    Steady::time_point m_deadline;
    int m_socket = -1;
    std::unique_ptr<SSL_CTX, FreeContext> m_context;
    std::unique_ptr<SSL, FreeSsl> m_ssl;
};

bool Wire::wait(short events)
{
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_deadline - Steady::now()).count();
    pollfd entry{m_socket, events, 0};
    return left > 0 && ::poll(&entry, 1, static_cast<int>(left)) == 1;
}

bool Wire::connect(const QByteArray &host, int port, NameLookup &names)
{
    const NameLookup::Addresses addresses = names.find(host, port, m_deadline);
    for (const NameLookup::Address &each : addresses) {
        m_socket = ::socket(each.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (m_socket < 0)
            continue;
        const bool begun =
            ::connect(m_socket, reinterpret_cast<const sockaddr *>(&each.storage), each.size) == 0 ||
            errno == EINPROGRESS;
        int error = 0;
        socklen_t size = sizeof error;
        if (begun && wait(POLLOUT) && ::getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &error, &size) == 0 &&
            error == 0)
            return true;
        ::close(m_socket);
        m_socket = -1;
    }
    return false;
}

bool Wire::waitFor(int result)
{
    switch (SSL_get_error(m_ssl.get(), result)) {
    case SSL_ERROR_WANT_READ:
        return wait(POLLIN);
    case SSL_ERROR_WANT_WRITE:
        return wait(POLLOUT);
    default:
        return false;
    }
}

bool Wire::startTls(const QByteArray &host, const QString &caFile)
{
    ERR_clear_error();
    m_context.reset(SSL_CTX_new(TLS_client_method()));
    if (!m_context || SSL_CTX_set_min_proto_version(m_context.get(), TLS1_2_VERSION) != 1)
        return false;
    const int trusted =
        caFile.isEmpty()
            ? SSL_CTX_set_default_verify_paths(m_context.get())
            : SSL_CTX_load_verify_locations(m_context.get(), QFile::encodeName(caFile).constData(), nullptr);
    SSL_CTX_set_verify(m_context.get(), SSL_VERIFY_PEER, nullptr);
    m_ssl.reset(SSL_new(m_context.get()));
    if (trusted != 1 || !m_ssl || SSL_set_fd(m_ssl.get(), m_socket) != 1)
        return false;
    X509_VERIFY_PARAM *parameters = SSL_get0_param(m_ssl.get());
    const bool isAddress = X509_VERIFY_PARAM_set1_ip_asc(parameters, host.constData()) == 1;
    if (!isAddress) {
        QByteArray name = host; // the macro for this call casts constness away
        X509_VERIFY_PARAM_set_hostflags(parameters, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
        if (X509_VERIFY_PARAM_set1_host(parameters, host.constData(), 0) != 1 ||
            SSL_ctrl(m_ssl.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data()) != 1)
            return false;
    }
    int result = 0;
    while ((result = SSL_connect(m_ssl.get())) != 1) {
        if (!waitFor(result))
            return false;
    }
    return true;
}

bool Wire::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const int size = static_cast<int>(bytes.size());
        const int put =
            m_ssl ? SSL_write(m_ssl.get(), bytes.data(), size)
                  : static_cast<int>(::send(m_socket, bytes.data(), static_cast<size_t>(size), MSG_NOSIGNAL));
        if (put > 0)
            bytes = bytes.sliced(put);
        else if (m_ssl ? !waitFor(put) : !(errno == EAGAIN && wait(POLLOUT)))
            return false;
    }
    return true;
}

QByteArray Wire::readHeader()
{
    QByteArray header;
    char buffer[2048];
    while (header.size() < mostBytes && header.indexOf("\r\n\r\n") < 0) {
        const int got = m_ssl ? SSL_read(m_ssl.get(), buffer, sizeof buffer)
                              : static_cast<int>(::recv(m_socket, buffer, sizeof buffer, 0));
        if (got > 0)
            header.append(buffer, got);
        else if (m_ssl ? !waitFor(got) : !(got < 0 && errno == EAGAIN && wait(POLLIN)))
            break;
    }
    return header;
}

ProbeAnswer parseHeader(const QByteArray &header)
{
    ProbeAnswer answer;
    const QList<QByteArray> lines = header.left(header.indexOf("\r\n\r\n")).split('\n');
    const QList<QByteArray> first = lines.value(0).split(' ');
    if (header.indexOf("\r\n\r\n") < 0 || first.size() < 2 || !first[0].startsWith("HTTP/1."))
        return answer;
    answer.status = first[1].toInt();
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0)
            continue;
        const QByteArray name = line.first(colon).toLower();
        const QByteArray value = line.mid(colon + 1).trimmed().left(64);
        if (name == "x-decision-id")
            answer.decisionId = QString::fromLatin1(value);
        else if (name == "x-policy-snapshot")
            answer.snapshot = value.toLongLong();
    }
    return answer;
}

} // namespace

ProbeAnswer probeGateway(const QString &url, const QString &caFile, const Secret &token,
                         std::chrono::milliseconds limit, NameLookup &names)
{
    const QUrl target(url, QUrl::StrictMode);
    const bool tls = target.scheme() == u"https"_s;
    if (!target.isValid() || (!tls && target.scheme() != u"http"_s) || target.host().isEmpty())
        return {};
    const QByteArray host = target.host(QUrl::FullyEncoded).toLatin1();
    Wire wire(Steady::now() + limit);
    if (!wire.connect(host, target.port(tls ? 443 : 80), names) || (tls && !wire.startTls(host, caFile)))
        return {};

    const QByteArray path = target.path(QUrl::FullyEncoded).toLatin1();
    const QByteArray authority = target.authority(QUrl::FullyEncoded).toLatin1();
    const QByteArray begin =
        "GET " + (path.isEmpty() ? QByteArray("/") : path) + " HTTP/1.1\r\nHost: " + authority +
        "\r\nUser-Agent: partner-platform-probe\r\nConnection: close\r\nAuthorization: Bearer ";
    if (!wire.write(begin) || !wire.write(token.view()) || !wire.write("\r\n\r\n"))
        return {};
    return parseHeader(wire.readHeader());
}

} // namespace pc::platform
