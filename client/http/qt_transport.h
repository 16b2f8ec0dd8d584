// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/transport.h"

#include <QUrl>

class QNetworkAccessManager;

namespace pc::client {

/// Why a QtTransport could not be made.
enum class TransportSetupFault {
    BadUrl,       ///< not https://host[:port], or with user, query or fragment
    CaUnreadable, ///< the CA file cannot be read
    CaInvalid     ///< the CA file holds no certificate
};

struct TransportSetupError
{
    TransportSetupFault fault = TransportSetupFault::BadUrl;
    QString detail;
};

/// HTTPS by QNetworkAccessManager. TLS 1.2 or later; with a CA file, that authority is the only one trusted.
/// Redirects are handed up as answers, certificate errors are never ignored, no cookies, no cache, no proxy
/// for loopback. Writes go out from a body that cannot be rewound, because the access manager repeats a write
/// whose answer was lost (docs/adr/0060).
class QtTransport final : public Transport
{
public:
    /// `caFile` empty: the system's authorities.
    [[nodiscard]] static tl::expected<std::unique_ptr<QtTransport>, TransportSetupError>
    make(const QUrl &base, const QString &caFile);
    ~QtTransport() override;
    [[nodiscard]] std::unique_ptr<Exchange> send(HttpRequest request,
                                                 std::function<void(TransportResult)> done) override;
    /// Largest answer without a sink, bytes.
    static constexpr qint64 maxBody = 64 * 1024 * 1024;

private:
    struct Private;
    explicit QtTransport(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace pc::client
