// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/secret.h"
#include "platform/gateway/name_lookup.h"

#include <QByteArray>
#include <QString>

#include <chrono>

namespace pc::platform {

/// What a gateway answered to one probe.
struct ProbeAnswer
{
    int status = 0;      ///< 0: no answer
    QString decisionId;  ///< X-Decision-Id, when the gateway passes it on
    qint64 snapshot = 0; ///< X-Policy-Snapshot, likewise
};

/// One `GET url` with a bearer token, over http or https, without redirects, on a connection of its own.
/// Blocks at most `limit`, the look-up of the name included; reads at most 16 KiB. A certificate that does
/// not verify against `caFile` (PEM; empty: the system's) and the host's name ends it unsent.
[[nodiscard]] ProbeAnswer probeGateway(const QString &url, const QString &caFile, const Secret &token,
                                       std::chrono::milliseconds limit, NameLookup &names);

} // namespace pc::platform
