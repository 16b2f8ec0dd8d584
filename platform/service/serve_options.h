// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pc::platform {

/// What `partner-platform serve` was asked for.
struct ServeOptions
{
    QString dataDirectory;
    QString listenAddress = QStringLiteral("127.0.0.1"); ///< numeric
    quint16 listenPort = 0; ///< 0: the port of the last time when it is free, else any
    QString publicUrl;      ///< https origin for issuer and links, without a trailing slash; empty: what was
                            ///< listened on first
    bool exitWithStdin = false;
    bool attach = false; ///< when another process serves the directory already, hand out its address instead
    QString logTarget = QStringLiteral("stderr"); ///< "stderr", "none" or a file to append to
    int threads = 0;                              ///< 0: as many as processors, 2 to 8
    int maxConnections = 2048;  ///< over TLS, all together; fewer when descriptors are short
    int maxPerAddress = 256;    ///< of one peer address that has not proven to be a gateway or an operator
    QString gatewaySocket;      ///< a further Unix socket for gateways on this host; empty: none
    QString gatewaySocketGroup; ///< group that may use it; empty: only this user

    /// The number of server threads to start.
    [[nodiscard]] int effectiveThreads() const;
};

} // namespace pc::platform
