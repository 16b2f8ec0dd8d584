// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/local/gateway_acts_api.h"
#include "platform/local/gateway_checks_api.h"
#include "platform/local/history_api.h"
#include "platform/local/operators_api.h"
#include "platform/local/sign_in_api.h"

namespace pc::platform {

/// `/local/v1` on the Unix socket of the data directory (mode 0600): who may open it may manage operators,
/// have acts on gateways recorded, check gateways and accept the history. Not for any other router.
class LocalApi
{
public:
    /// `historyAccepted`: run after an acceptance, on the store's thread.
    LocalApi(AdminContext &context, std::function<void()> historyAccepted);

    void setAddresses(const QString &url, const QString &caFile);
    void setGatewayChecks(GatewayChecks *checks) { m_gatewayChecks.setChecks(checks); }
    /// Every call of local_calls.h.
    void mount(Router &router);
    [[nodiscard]] std::future<std::optional<Secret>> localToken();

private:
    OperatorsApi m_operators;
    SignInApi m_signIn;
    GatewayActsApi m_gatewayActs;
    GatewayChecksApi m_gatewayChecks;
    HistoryApi m_history;
};

} // namespace pc::platform
