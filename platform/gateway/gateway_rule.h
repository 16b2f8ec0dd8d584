// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace pc::platform {

/// A gateway that may ask for decisions: it shows a client certificate with this thumbprint.
struct GatewayRule
{
    QString name;
    QByteArray thumbprint;      ///< SHA-256 of the certificate's DER, 32 bytes
    std::optional<Realm> realm; ///< stands for one realm only; none = both
    QString probeUrl;           ///< where a revocation is proven through this gateway; empty = not
    QString probeCaFile;        ///< PEM that the probe trusts; empty = the system's
    QDateTime registeredAt;
    QDateTime notAfter; ///< of its certificate
    bool operator==(const GatewayRule &) const = default;
};

/// What stands for its realm in the event of its addition.
[[nodiscard]] inline QString realmText(const GatewayRule &rule)
{
    return rule.realm ? toText(*rule.realm) : QStringLiteral("both");
}

} // namespace pc::platform
