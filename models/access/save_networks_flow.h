// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/networks_client.h"
#include "models/base/flow.h"

namespace pc::models {

/// Saves the staged edits of a NetworksEditor. Failed with kind Stale: the rules changed meanwhile; current()
/// is how they stand now.
class SaveNetworksFlow final : public Flow
{
    Q_OBJECT
public:
    SaveNetworksFlow(client::NetworksClient &networks, const QString &partnerId, const NetworkRulesEdit &edit,
                     const QString &baseEtag, QObject *parent = nullptr);
    ~SaveNetworksFlow() override;
    [[nodiscard]] const std::optional<Versioned<NetworkRules>> &result() const { return m_result; }
    [[nodiscard]] std::optional<Versioned<NetworkRules>> current() const;

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    [[nodiscard]] NetworkRulesEdit request() const;

    client::NetworksClient &m_networks;
    QString m_partnerId;
    NetworkRulesEdit m_edit;
    QString m_baseEtag;
    std::optional<Versioned<NetworkRules>> m_result;
};

} // namespace pc::models
