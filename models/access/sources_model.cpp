// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/sources_model.h"

namespace pc::models {

SourcesModel::SourcesModel(client::NetworksClient &networks, ChangeFeed &feed, QObject *parent)
    : ObjectModel(parent), m_networks(networks), m_feed(feed)
{
    connect(&feed, &ChangeFeed::reset, this, &SourcesModel::refresh);
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        const bool tells = change.kind == ChangeKind::Usage || change.kind == ChangeKind::Credential;
        if (tells && change.mayConcernPartner(m_partnerId))
            refresh();
    });
}

SourcesModel::~SourcesModel() = default;

void SourcesModel::setPartnerId(const QString &partnerId)
{
    if (partnerId == m_partnerId)
        return;
    m_partnerId = partnerId;
    m_call.cancel();
    forget();
    refresh();
}

void SourcesModel::dropValue()
{
    m_sources.clear();
    m_loaded = false;
}

void SourcesModel::refresh()
{
    if (m_partnerId.isEmpty())
        return;
    beginLoad();
    m_call = m_networks.sources(m_partnerId, this, [this](client::Result<Page<SourceSeen>> result) {
        if (!result)
            return fail(result.error());
        m_sources = std::move(result->items);
        m_loaded = true;
        succeed(m_feed.clock().now());
        Q_EMIT changed();
    });
}

} // namespace pc::models
