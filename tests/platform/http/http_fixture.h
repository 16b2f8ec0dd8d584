// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/platform/http/raw_client.h"

#include "contract/crypto/tls_ca.h"
#include "platform/http/server.h"

#include <QTemporaryDir>

#include <memory>
#include <mutex>

namespace pc::test {

/// A real server on a free loopback port with a CA made for the test, and its log lines.
class HttpFixture
{
public:
    HttpFixture();
    ~HttpFixture();

    /// Routes are added to this before start().
    [[nodiscard]] platform::Router &router() { return *m_router; }
    [[nodiscard]] platform::HttpLimits &limits() { return m_limits; }
    platform::ClientCertificates clientCertificates = platform::ClientCertificates::NotAsked;

    std::function<QByteArray(const platform::PeerCertificate &)> gatewayOf;

    void start(int threads = 2);
    void stop(std::chrono::milliseconds drain = std::chrono::seconds(5)) { m_server->stop(drain); }

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString caFile() const { return file(QStringLiteral("ca.pem")); }
    [[nodiscard]] QString file(const QString &name) const { return m_directory.filePath(name); }
    [[nodiscard]] QString unixSocket() const { return file(QStringLiteral("test.sock")); }
    [[nodiscard]] platform::HttpServer &server() { return *m_server; }
    [[nodiscard]] std::unique_ptr<RawClient> connect(const QByteArray &source = "127.0.0.1") const;
    [[nodiscard]] TlsClientOptions clientOptions() const;
    /// Connects, sends, reads one answer.
    [[nodiscard]] std::optional<RawResponse> ask(const QByteArray &request) const;

    /// Writes NAME.pem and NAME.key: a client certificate of the fixture's CA, or of one that nobody knows.
    void makeClientCertificate(const QString &name, bool fromKnownCa);
    /// The same, but signed by its own key.
    void makeSelfSigned(const QString &name);

    [[nodiscard]] QByteArray logText() const;

private:
    QTemporaryDir m_directory;
    std::shared_ptr<platform::Router> m_router = std::make_shared<platform::Router>();
    platform::HttpLimits m_limits;
    std::optional<pc::CertificateAuthority> m_authority;
    mutable std::mutex m_mutex;
    QByteArray m_logText;
    platform::Log m_log;
    std::unique_ptr<platform::HttpServer> m_server;
    quint16 m_port = 0;
};

} // namespace pc::test
