// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/http_headers.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

/// A client that sends exactly the bytes it is told to, in the pieces it is told to, and shows exactly what
/// came back: what a well-behaved HTTP library would never do. Blocking, with a timeout on every wait.
namespace pc::test {

struct RawResponse
{
    int status = 0;
    pc::platform::HttpHeaders headers;
    QByteArray body;
    bool bodyComplete = true; ///< false: the connection ended before the framing said so
};

struct TlsClientOptions
{
    QString caFile;
    int minimumVersion = 0; ///< OpenSSL's TLS1_2_VERSION and the like; 0: the library's
    int maximumVersion = 0;
    QByteArray source = "127.0.0.1"; ///< of the connection; any of 127.0.0.0/8
    QString certificateFile;         ///< empty: none is shown
    QString keyFile;
};

class RawClient
{
public:
    /// nullptr when the connection or the handshake fails; `error` tells why.
    [[nodiscard]] static std::unique_ptr<RawClient> tls(quint16 port, const TlsClientOptions &options,
                                                        QString *error = nullptr);
    [[nodiscard]] static std::unique_ptr<RawClient> unixSocket(const QString &path);
    /// TCP without TLS.
    [[nodiscard]] static std::unique_ptr<RawClient> plain(quint16 port,
                                                          const QByteArray &source = "127.0.0.1");
    ~RawClient();

    /// False when the other side does not take it any more.
    bool send(const QByteArray &bytes);
    /// The next whole response (100 Continue included); nothing at end of stream or after five seconds.
    [[nodiscard]] std::optional<RawResponse> response(bool toHead = false);
    /// Whether the other side closed, within `milliseconds`, without sending more.
    [[nodiscard]] bool closedWithin(int milliseconds);
    /// Everything until the end of stream.
    [[nodiscard]] QByteArray readAll();
    /// Ends with a TCP reset, like a crashed peer.
    void reset();
    [[nodiscard]] QByteArray tlsVersion() const;

private:
    RawClient();
    bool more(int milliseconds);
    std::optional<QByteArray> take(qsizetype count);
    std::optional<QByteArray> takeLine();

    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace pc::test
