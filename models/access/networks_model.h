// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/credentials_client.h"
#include "client/api/networks_client.h"
#include "models/base/change_feed.h"
#include "models/base/object_model.h"

namespace pc::models {

/// From where one partner may call, and which credentials it has to narrow. state() speaks of the rules;
/// without the credentials only lists that are there already can be edited.
class NetworksModel final : public ObjectModel
{
    Q_OBJECT
public:
    NetworksModel(client::NetworksClient &networks, client::CredentialsClient &credentials, ChangeFeed &feed,
                  QObject *parent = nullptr);
    ~NetworksModel() override;

    void setPartnerId(const QString &partnerId);
    [[nodiscard]] const QString &partnerId() const { return m_partnerId; }
    [[nodiscard]] bool hasValue() const override { return m_rules.has_value(); }
    [[nodiscard]] const std::optional<Versioned<NetworkRules>> &rules() const { return m_rules; }
    [[nodiscard]] const QList<Credential> &credentials() const { return m_credentials; }
    void refresh() override;
    /// Takes over what an act answered, without asking again.
    void adopt(const Versioned<NetworkRules> &rules);

private:
    void dropValue() override { m_rules.reset(); }
    void fetchRules();
    void fetchCredentials();

    client::NetworksClient &m_networks;
    client::CredentialsClient &m_credentialsClient;
    ChangeFeed &m_feed;
    QString m_partnerId;
    std::optional<Versioned<NetworkRules>> m_rules;
    QList<Credential> m_credentials;
    client::Call m_rulesCall;
    client::Call m_credentialsCall;
};

} // namespace pc::models
