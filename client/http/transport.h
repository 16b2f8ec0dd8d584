// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/secret.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace pc::client {

/// Names and values as they are meant; encoded when the request goes out.
using QueryItems = QList<std::pair<QString, QString>>;

/// One HTTP request below the service's base URL.
struct HttpRequest
{
    QByteArray method; ///< upper case
    QString path;      ///< absolute and percent-encoded, e.g. "/admin/v1/partners"
    QueryItems query;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< without Authorization
    Secret bearer;                                    ///< sent as "Authorization: Bearer …" when not empty
    QByteArray body;
    bool write = false;                       ///< must reach the service at most once per send()
    std::chrono::milliseconds timeout{10000}; ///< without any progress
    /// When set, the body of a 200 answer goes here piece by piece and not into HttpResponse::body.
    std::function<void(const QByteArray &)> sink;
    /// When set, told how much of the body has left, in bytes of `total`; some times, never after the answer.
    std::function<void(qint64 sent, qint64 total)> progress;

    /// Path and encoded query: "/admin/v1/partners?limit=100".
    [[nodiscard]] QByteArray target() const;
    [[nodiscard]] QByteArray header(const QByteArray &name) const; ///< empty when it is not there
    [[nodiscard]] QString queryValue(const QString &name) const;   ///< of the first item with that name
};

struct HttpResponse
{
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;
    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const;
};

enum class TransportFault {
    Unreachable, ///< no connection was made: the request cannot have arrived
    Lost,        ///< the connection broke after it stood, or the body was cut: the request may have arrived
    TimedOut,    ///< no progress within the timeout: the request may have arrived
    Tls,         ///< the peer was not trusted; nothing of the request was sent
    TooLarge     ///< the answer exceeded the limit of this client
};

struct TransportError
{
    TransportFault fault = TransportFault::Lost;
    QString detail; ///< technical, English
};

using TransportResult = tl::expected<HttpResponse, TransportError>;

/// A request in flight. Destroying it aborts the request; `done` is then never called.
class Exchange
{
public:
    Exchange() = default;
    virtual ~Exchange();
    Exchange(const Exchange &) = delete;
    Exchange &operator=(const Exchange &) = delete;
};

/// The seam below all clients. Every HTTP status is a success here, redirects included (they are never
/// followed).
class Transport
{
public:
    Transport() = default;
    virtual ~Transport();
    Transport(const Transport &) = delete;
    Transport &operator=(const Transport &) = delete;

    /// Starts a request. `done` is called once, never inside send(), unless the exchange is destroyed before.
    [[nodiscard]] virtual std::unique_ptr<Exchange> send(HttpRequest request,
                                                         std::function<void(TransportResult)> done) = 0;
};

} // namespace pc::client
