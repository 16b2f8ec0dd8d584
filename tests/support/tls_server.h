// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSslServer>
#include <QTemporaryDir>
#include <QUrl>

#include <functional>

class QSslSocket;

namespace pc::test {

/// A loopback HTTPS server with a private authority of its own, for what a healthy service never does: cut
/// replies, silence, redirects.
class TlsServer final : public QObject
{
public:
    /// Gets each complete request and writes to, or closes, the socket itself.
    using Handler = std::function<void(const QByteArray &request, QSslSocket &socket)>;

    explicit TlsServer(Handler handler);
    ~TlsServer() override;

    [[nodiscard]] QUrl url() const;
    /// PEM file of the authority that signed the server's certificate.
    [[nodiscard]] QString caFile() const;
    /// PEM file of another authority with the same name.
    [[nodiscard]] QString otherCaFile() const;
    /// Whole requests as received, head and body.
    [[nodiscard]] const QList<QByteArray> &requests() const { return m_requests; }
    /// Everything that arrived, also of incomplete requests.
    [[nodiscard]] qint64 bytesReceived() const { return m_bytes; }

    static QByteArray answer(int status, const QByteArray &body, const QByteArray &moreHeaders = {});

private:
    void onConnection();

    QTemporaryDir m_dir;
    QSslServer m_server;
    Handler m_handler;
    QList<QByteArray> m_requests;
    qint64 m_bytes = 0;
};

} // namespace pc::test
