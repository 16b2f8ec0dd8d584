// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/networks_model.h"

namespace pc::models {

NetworksModel::NetworksModel(client::NetworksClient &networks, client::CredentialsClient &credentials,
                             ChangeFeed &feed, QObject *parent)
    : ObjectModel(parent), m_networks(networks), m_credentialsClient(credentials), m_feed(feed)
{
    connect(&feed, &ChangeFeed::reset, this, &NetworksModel::refresh);
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        if (!change.mayConcernPartner(m_partnerId))
            return;
        if (change.kind == ChangeKind::Networks)
            fetchRules();
        else if (change.kind == ChangeKind::Credential)
            fetchCredentials();
    });
}

NetworksModel::~NetworksModel() = default;

void NetworksModel::setPartnerId(const QString &partnerId)
{
    if (partnerId == m_partnerId)
        return;
    m_partnerId = partnerId;
    m_rulesCall.cancel();
    m_credentialsCall.cancel();
    m_credentials.clear();
    forget();
    refresh();
}

void NetworksModel::refresh()
{
    fetchRules();
    fetchCredentials();
}

void NetworksModel::fetchRules()
{
    if (m_partnerId.isEmpty())
        return;
    beginLoad();
    m_rulesCall = m_networks.rules(m_partnerId, this, [this](client::Result<Versioned<NetworkRules>> result) {
        if (!result)
            return fail(result.error());
        m_rules = std::move(*result);
        succeed(m_feed.clock().now());
        Q_EMIT changed();
    });
}

void NetworksModel::fetchCredentials()
{
    if (m_partnerId.isEmpty())
        return;
    CredentialQuery query;
    query.partnerId = m_partnerId;
    query.limit = 200;
    m_credentialsCall =
        m_credentialsClient.list(query, this, [this](client::Result<Page<Credential>> result) {
            if (!result || result->items == m_credentials)
                return;
            m_credentials = std::move(result->items);
            Q_EMIT changed();
        });
}

void NetworksModel::adopt(const Versioned<NetworkRules> &rules)
{
    if (rules.value.partnerId != m_partnerId)
        return;
    m_rulesCall.cancel();
    m_rules = rules;
    succeed(m_feed.clock().now());
    Q_EMIT changed();
}

} // namespace pc::models
