// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/local/gateway_check_messages.h"
#include "platform/local/local_client.h"
#include "platform/local/local_messages.h"
#include "platform/local/local_refusal.h"
#include "platform/operators/host_acts.h"

#include <QString>

#include <tl/expected.hpp>

#include <chrono>
#include <optional>

namespace pc::platform {

/// Why a call to a running service was not carried out.
struct LocalFault
{
    QString text; ///< a sentence; says so when the service may have carried it out all the same
    QString code; ///< of the service's refusal, see LocalRefusal; empty when it gave none
};

template <typename T>
using FromService = tl::expected<T, LocalFault>;
/// Of a change: nothing when the audit log has it.
using CarriedOut = std::optional<KeptForLater>;

/// A service that runs on a data directory, as the commands of this host ask it over its socket. Blocking;
/// each step of a call waits at most `patience`.
class LocalService
{
public:
    /// Nothing when nobody listens there.
    [[nodiscard]] static std::optional<LocalService> on(const QString &dataDirectory);
    /// Without a look whether somebody listens.
    explicit LocalService(const QString &dataDirectory,
                          std::chrono::seconds patience = std::chrono::seconds(10));

    [[nodiscard]] FromService<OperatorList> operators() const;
    [[nodiscard]] FromService<CarriedOut> add(const OperatorAddition &addition) const;
    [[nodiscard]] FromService<CarriedOut> disable(const QString &account) const;
    [[nodiscard]] FromService<SignedIn> signIn(const QString &account) const;
    [[nodiscard]] FromService<AttachedConsole> attach() const;
    [[nodiscard]] FromService<CarriedOut> record(const host_acts::HostAct &act) const;
    [[nodiscard]] FromService<GatewayCheckBegun> beginCheck(const GatewayCheckStart &start) const;
    [[nodiscard]] FromService<GatewayCheckSeen> seen(const QString &check) const;
    [[nodiscard]] FromService<CarriedOut> deny(const CheckTokenDenial &denial) const;
    [[nodiscard]] FromService<HistoryState> history() const;
    [[nodiscard]] FromService<CarriedOut> acceptHistory(const QString &reason) const;

private:
    QString m_socket;
    std::chrono::seconds m_patience;
};

} // namespace pc::platform
