// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/secret.h"
#include "platform/gateway/gateway_observations.h"
#include "platform/gateway/name_lookup.h"

#include <chrono>
#include <functional>
#include <map>

namespace pc::platform {

/// What a check of a gateway is made with.
struct ProbeKit
{
    QString url;    ///< of the probe route through the gateway; http or https
    QString caFile; ///< that it trusts; empty: the system's
    QByteArray marker;
    std::map<QString, Secret> tokens; ///< check_tokens; empty: the service lent none
    QString serviceUrl;               ///< empty: not known
    QString serviceCaFile;
    QString upstreamUrl; ///< empty: not asked
};

/// Makes the calls of a check and writes down what came. Blocking; each call waits at most `patience`.
class GatewayProber
{
public:
    static constexpr std::chrono::milliseconds patience{6000};
    /// How long a gateway gets to refuse a body before it is sent.
    static constexpr std::chrono::milliseconds beforeBody{1000};

    /// What the service saw of the calls of this check, in their order.
    using Seen = std::function<QList<CheckSighting>()>;
    using Deny = std::function<bool(const QString &token)>;
    GatewayProber(ProbeKit kit, Seen seen, Deny deny);

    /// Fills in all that calls tell; name, rule and why nothing was lent are the caller's.
    void observe(GatewayObservations &into);

private:
    struct Shape
    {
        QByteArray target;     ///< empty: the probe route
        QString token = {};    ///< whose bearer token goes along; empty: none
        QByteArray field = {}; ///< one more
        QByteArray host = {};  ///< empty: the one of the address
        qint64 length = -1;    ///< of a body, that is said
        qint64 endless = -1;   ///< of a body in chunks
    };
    [[nodiscard]] WireAnswer exchange(const QString &url, const QString &caFile, const Shape &shape);
    [[nodiscard]] CheckedCall call(const Shape &shape);
    void observeTls(GatewayObservations &into);
    void observeProbes(GatewayObservations &into);
    void observeForged(GatewayObservations &into);

    ProbeKit m_kit;
    Seen m_seen;
    Deny m_deny;
    qsizetype m_told = 0; ///< of what was seen
    NameLookup m_names;
};

} // namespace pc::platform
