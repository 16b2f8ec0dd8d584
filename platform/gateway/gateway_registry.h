// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/gateway/recorded_gateways.h"
#include "platform/http/http_types.h"

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace pc::platform {

/// `gateways.json` of the data directory. The command replaces the file as a whole; a running service looks
/// at it at most once a second, so a new gateway counts within a second without a restart. Only those count
/// that the audit log knows, too. Thread-safe.
class GatewayRegistry
{
public:
    static constexpr std::chrono::seconds lookEvery{1};

    /// How long a command waits for another one that changes the list.
    static constexpr std::chrono::seconds lockPatience{5};

    GatewayRegistry(QString file, const RecordedGateways &recorded);

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
    const RecordedGateways &m_recorded;
    mutable std::mutex m_mutex;
    mutable List m_list;
    mutable QByteArray m_readOf; // identity of the file that m_list was read from
    mutable std::chrono::steady_clock::time_point m_lookedAt{};
};

[[nodiscard]] QString gatewayRegistryFile(const QString &dataDirectory);

} // namespace pc::platform
