// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"
#include "platform/http/http_types.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <tl/expected.hpp>

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

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

/// `gateways.json` of the data directory. The command replaces the file as a whole; a running service looks
/// at it at most once a second, so a new or removed gateway counts within a second without a restart.
/// Thread-safe.
class GatewayRegistry
{
public:
    static constexpr std::chrono::seconds lookEvery{1};

    explicit GatewayRegistry(QString file);

    /// The gateway with this certificate, or nothing.
    [[nodiscard]] std::optional<GatewayRule> find(const QByteArray &thumbprint) const;
    /// The gateway that has proven itself with this certificate: ours, valid, and registered.
    [[nodiscard]] std::optional<GatewayRule> proven(const std::optional<PeerCertificate> &certificate) const;
    [[nodiscard]] std::vector<GatewayRule> all() const;

    /// For the command: adds or removes and writes. The error is a plain sentence.
    [[nodiscard]] static tl::expected<void, QString> add(const QString &file, const GatewayRule &rule);
    [[nodiscard]] static tl::expected<void, QString> remove(const QString &file, const QString &name);

    /// An absent file is an empty list; a damaged one is an error.
    [[nodiscard]] static tl::expected<std::vector<GatewayRule>, QString> read(const QString &file);

private:
    using List = std::shared_ptr<const std::vector<GatewayRule>>;
    [[nodiscard]] List current() const;

    QString m_file;
    mutable std::mutex m_mutex;
    mutable List m_list;
    mutable QByteArray m_readOf; // identity of the file that m_list was read from
    mutable std::chrono::steady_clock::time_point m_lookedAt{};
};

[[nodiscard]] QString gatewayRegistryFile(const QString &dataDirectory);

} // namespace pc::platform
