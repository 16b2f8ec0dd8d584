// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/probe_wire.h"

#include <QFile>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace pc::platform {

using namespace Qt::StringLiterals;
using Steady = std::chrono::steady_clock;

namespace {

struct FreeCertificate
{
    void operator()(X509 *certificate) const { X509_free(certificate); }
};

int left(Steady::time_point deadline)
{
    const auto span = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Steady::now()).count();
    return static_cast<int>(std::max<qint64>(span, 0));
}

/// Why the last step of OpenSSL failed, as far as it says.
QString opensslFault()
{
    const char *reason = ERR_reason_error_string(ERR_peek_last_error());
    ERR_clear_error();
    return reason == nullptr ? u"the connection was ended during the TLS handshake"_s
                             : QString::fromLatin1(reason);
}

} // namespace

struct ProbeWire::Tls
{
    struct FreeContext
    {
        void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
    };
    struct FreeSsl
    {
        void operator()(SSL *ssl) const { SSL_free(ssl); }
    };
    std::unique_ptr<SSL_CTX, FreeContext> context;
    std::unique_ptr<SSL, FreeSsl> ssl;
};

ProbeWire::ProbeWire(Time deadline) : m_deadline(deadline) {}

ProbeWire::~ProbeWire()
{
    m_tls.reset();
    if (m_socket >= 0)
        ::close(m_socket);
}

bool ProbeWire::failedWith(const QString &fault)
{
    m_fault = fault;
    return false;
}

bool ProbeWire::wait(short events)
{
    const int patience = left(m_deadline);
    pollfd entry{m_socket, events, 0};
    return (patience > 0 && ::poll(&entry, 1, patience) == 1) || failedWith(u"there was no answer in time"_s);
}

bool ProbeWire::hasAnswer(std::chrono::milliseconds within)
{
    const Time until = std::min(m_deadline, Steady::now() + within);
    for (;;) {
        pollfd entry{m_socket, POLLIN, 0};
        const bool isPending = m_tls && SSL_pending(m_tls->ssl.get()) > 0;
        if (!isPending && ::poll(&entry, 1, left(until)) != 1)
            return false;
        char byte = 0;
        if (!m_tls)
            return true;
        // What came may be a ticket of the session, and no answer.
        const int got = SSL_peek(m_tls->ssl.get(), &byte, 1);
        if (got > 0 || SSL_get_error(m_tls->ssl.get(), got) != SSL_ERROR_WANT_READ)
            return true;
        if (Steady::now() >= until)
            return false;
    }
}

bool ProbeWire::connect(const QByteArray &host, int port, NameLookup &names)
{
    const NameLookup::Addresses addresses = names.find(host, port, m_deadline);
    if (addresses.empty())
        return failedWith(u"the name %1 is not known"_s.arg(QString::fromLatin1(host)));
    for (const NameLookup::Address &each : addresses) {
        m_socket = ::socket(each.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (m_socket < 0)
            continue;
        const bool begun =
            ::connect(m_socket, reinterpret_cast<const sockaddr *>(&each.storage), each.size) == 0 ||
            errno == EINPROGRESS;
        int error = begun ? 0 : errno;
        socklen_t size = sizeof error;
        if (begun && wait(POLLOUT) && ::getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &error, &size) == 0 &&
            error == 0) {
            m_fault.clear();
            // A call is written in pieces, the secret by itself: else each but the first waits for the other
            // side.
            const int on = 1;
            (void)::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            return true;
        }
        if (error != 0)
            m_fault = QString::fromLocal8Bit(std::strerror(error)); // NOLINT(concurrency-mt-unsafe): its own
        ::close(m_socket);
        m_socket = -1;
    }
    return false;
}

bool ProbeWire::connectLocally(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (name.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        return failedWith(u"the path of the socket is too long"_s);
    std::copy(name.begin(), name.end(), address.sun_path);
    m_socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_socket >= 0 &&
        ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return true;
    return failedWith(QString::fromLocal8Bit(std::strerror(errno))); // NOLINT(concurrency-mt-unsafe): its own
}

bool ProbeWire::waitFor(int result)
{
    switch (SSL_get_error(m_tls->ssl.get(), result)) {
    case SSL_ERROR_WANT_READ:
        return wait(POLLIN);
    case SSL_ERROR_WANT_WRITE:
        return wait(POLLOUT);
    default:
        return false;
    }
}

bool ProbeWire::startTls(const QByteArray &host, const Trust &trust)
{
    ERR_clear_error();
    m_tls = std::make_unique<Tls>();
    m_tls->context.reset(SSL_CTX_new(TLS_client_method()));
    SSL_CTX *context = m_tls->context.get();
    const bool old = trust.versions == Versions::Old;
    if (context == nullptr ||
        SSL_CTX_set_min_proto_version(context, old ? TLS1_VERSION : TLS1_2_VERSION) != 1 ||
        (old && (SSL_CTX_set_max_proto_version(context, TLS1_1_VERSION) != 1 ||
                 SSL_CTX_set_cipher_list(context, "ALL:@SECLEVEL=0") != 1)))
        return failedWith(opensslFault());
    const int trusted =
        trust.caFile.isEmpty()
            ? SSL_CTX_set_default_verify_paths(context)
            : SSL_CTX_load_verify_locations(context, QFile::encodeName(trust.caFile).constData(), nullptr);
    if (trusted != 1) {
        ERR_clear_error();
        return failedWith(u"the certificate authority in %1 cannot be read"_s.arg(trust.caFile));
    }
    if (!trust.certificateFile.isEmpty() &&
        (SSL_CTX_use_certificate_chain_file(context, QFile::encodeName(trust.certificateFile).constData()) !=
             1 ||
         SSL_CTX_use_PrivateKey_file(context, QFile::encodeName(trust.keyFile).constData(),
                                     SSL_FILETYPE_PEM) != 1 ||
         SSL_CTX_check_private_key(context) != 1)) {
        ERR_clear_error();
        return failedWith(
            u"the certificate %1 with the key %2 cannot be used"_s.arg(trust.certificateFile, trust.keyFile));
    }
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    m_tls->ssl.reset(SSL_new(context));
    SSL *ssl = m_tls->ssl.get();
    if (ssl == nullptr || SSL_set_fd(ssl, m_socket) != 1)
        return failedWith(opensslFault());
    X509_VERIFY_PARAM *parameters = SSL_get0_param(ssl);
    const bool isAddress = X509_VERIFY_PARAM_set1_ip_asc(parameters, host.constData()) == 1;
    if (!isAddress) {
        QByteArray name = host; // the macro for this call casts constness away
        X509_VERIFY_PARAM_set_hostflags(parameters, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
        if (X509_VERIFY_PARAM_set1_host(parameters, host.constData(), 0) != 1 ||
            SSL_ctrl(ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data()) != 1)
            return failedWith(opensslFault());
    }
    ERR_clear_error();
    int result = 0;
    while ((result = SSL_connect(ssl)) != 1) {
        if (waitFor(result))
            continue;
        const long verdict = SSL_get_verify_result(ssl);
        if (verdict != X509_V_OK)
            return failedWith(u"the certificate is not accepted: %1"_s.arg(
                QString::fromLatin1(X509_verify_cert_error_string(verdict))));
        return m_fault.isEmpty() ? failedWith(opensslFault()) : false;
    }
    return true;
}

QDateTime ProbeWire::certificateEnd() const
{
    if (!m_tls || !m_tls->ssl)
        return {};
    const std::unique_ptr<X509, FreeCertificate> shown(SSL_get1_peer_certificate(m_tls->ssl.get()));
    tm when{};
    if (!shown || ASN1_TIME_to_tm(X509_get0_notAfter(shown.get()), &when) != 1)
        return {};
    return QDateTime::fromSecsSinceEpoch(::timegm(&when), Qt::UTC);
}

bool ProbeWire::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const int size = static_cast<int>(bytes.size());
        const int put =
            m_tls ? SSL_write(m_tls->ssl.get(), bytes.data(), size)
                  : static_cast<int>(::send(m_socket, bytes.data(), static_cast<size_t>(size), MSG_NOSIGNAL));
        if (put > 0)
            bytes = bytes.sliced(put);
        else if (m_tls ? !waitFor(put) : !(errno == EAGAIN && wait(POLLOUT)))
            return m_fault.isEmpty() ? failedWith(u"the connection was ended"_s) : false;
    }
    return true;
}

int ProbeWire::readSome(char *buffer, int size)
{
    for (;;) {
        const int got = m_tls ? SSL_read(m_tls->ssl.get(), buffer, size)
                              : static_cast<int>(::recv(m_socket, buffer, static_cast<size_t>(size), 0));
        if (got > 0)
            return got;
        if (m_tls ? !waitFor(got) : !(got < 0 && errno == EAGAIN && wait(POLLIN)))
            return 0;
    }
}

QByteArray ProbeWire::readHeader(qsizetype most)
{
    QByteArray header;
    char buffer[2048];
    while (header.size() < most && header.indexOf("\r\n\r\n") < 0) {
        const int got = readSome(buffer, sizeof buffer);
        if (got == 0)
            break;
        header.append(buffer, got);
    }
    return header;
}

QByteArray ProbeWire::readAll(qsizetype most)
{
    QByteArray all;
    char buffer[8192];
    while (all.size() < most) {
        const int got = readSome(buffer, sizeof buffer);
        if (got == 0)
            break;
        all.append(buffer, got);
    }
    return all;
}

} // namespace pc::platform
