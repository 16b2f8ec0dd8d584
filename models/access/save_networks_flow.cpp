// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/save_networks_flow.h"

#include "client/http/stale.h"
#include "models/base/request_check.h"

namespace pc::models {

SaveNetworksFlow::SaveNetworksFlow(client::NetworksClient &networks, const QString &partnerId,
                                   const NetworkRulesEdit &edit, const QString &baseEtag, QObject *parent)
    : Flow(parent), m_networks(networks), m_partnerId(partnerId), m_edit(edit), m_baseEtag(baseEtag)
{
    setReason(edit.reason);
    setTicket(edit.ticket);
}

SaveNetworksFlow::~SaveNetworksFlow() = default;

std::optional<Versioned<NetworkRules>> SaveNetworksFlow::current() const
{
    return error() ? client::currentState<NetworkRules>(*error()) : std::nullopt;
}

NetworkRulesEdit SaveNetworksFlow::request() const
{
    NetworkRulesEdit edit = m_edit;
    edit.reason = reason();
    edit.ticket = ticket();
    return edit;
}

std::optional<client::ApiError> SaveNetworksFlow::refusal() const
{
    return refusedBeforehand("NetworkRulesEdit", request());
}

void SaveNetworksFlow::send()
{
    m_call = m_networks.edit(m_partnerId, request(), m_baseEtag, key(), this,
                             [this](client::Result<Versioned<NetworkRules>> result) {
                                 if (!result)
                                     return fail(result.error());
                                 m_result = std::move(*result);
                                 succeed();
                             });
}

} // namespace pc::models
