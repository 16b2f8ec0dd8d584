// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/connection_table.h"
#include "platform/http/router.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

#include <sys/types.h>

namespace pc::platform {

/// How fast a stranger's address may make the server work (see AddressPace).
struct PaceLimit
{
    double rate = 1; ///< a second
    int burst = 1;
    int queue = 1;
};

/// What a client may cost. The body limit belongs to the route.
struct HttpLimits
{
    int headerBytes = 16 * 1024; ///< request line and fields together; more is answered 431
    std::chrono::milliseconds handshakeTimeout{5'000}; ///< from the accept, waiting for its turn included
    std::chrono::milliseconds headerTimeout{
        10'000};                                   ///< from the first byte to the end of the header, else 408
    std::chrono::milliseconds bodyTimeout{30'000}; ///< for the whole body, else 408
    std::chrono::milliseconds idleTimeout{60'000}; ///< between requests; then closed without a word
    std::chrono::milliseconds strangerIdleTimeout{15'000}; ///< the same for who has not proven who it is
    std::chrono::milliseconds handlerTimeout{
        120'000}; ///< a handler that does not answer is answered for: 503
    /// For an answer that somebody waits for (HttpResponse::holdUntilSent): a peer that does not read must
    /// not hold up a revocation.
    std::chrono::milliseconds heldWriteTimeout{2'000};
    std::chrono::milliseconds writeTimeout{30'000}; ///< for each answer, or each piece of a streamed one
    ConnectionBounds connections;                   ///< per listener
    int perOperator = 256;                          ///< connections of one caller that is not a gateway
    /// For peers that have not proven who they are, by address: handshakes, which cost the most, and
    /// requests. What is faster waits; an address where a gateway or an operator has proven itself lately is
    /// not paced in its handshakes.
    PaceLimit handshakes{100, 200, 256};
    PaceLimit requests{500, 2000, 1000};
};

enum class ClientCertificates {
    NotAsked,
    /// Asked for; one that does not chain to `clientCaFile` ends the handshake.
    Optional,
    /// Also takes self-signed ones, flagged unverified (RFC 8705 section 2.2). Others from an unknown
    /// authority are still refused.
    OptionalOrSelfSigned
};

struct TlsOptions
{
    QString certificateChainFile; ///< PEM, leaf first
    QString privateKeyFile;       ///< PEM
    ClientCertificates clientCertificates = ClientCertificates::NotAsked;
    QString clientCaFile; ///< PEM; needed unless NotAsked
};

struct TcpListenerOptions
{
    QString address; ///< numeric, e.g. "127.0.0.1" or "::1"
    quint16 port = 0;
    TlsOptions tls; ///< there is no listener without TLS on TCP
    std::shared_ptr<const Router> router;
    HttpLimits limits;
    /// The name of the gateway that this certificate belongs to, empty for others. Called on server threads
    /// once a handshake is done; it must not block.
    std::function<QByteArray(const PeerCertificate &)> gatewayOf;
};

struct UnixListenerOptions
{
    QString path;
    mode_t mode = 0600;
    std::optional<gid_t> group; ///< with 0660: lets a gateway that runs as another user in
    std::shared_ptr<const Router> router;
    HttpLimits limits;
};

} // namespace pc::platform
