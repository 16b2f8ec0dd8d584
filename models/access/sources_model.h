// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/networks_client.h"
#include "models/base/change_feed.h"
#include "models/base/object_model.h"

namespace pc::models {

/// From where a partner's credentials were used in the last 30 days.
class SourcesModel final : public ObjectModel
{
    Q_OBJECT
public:
    SourcesModel(client::NetworksClient &networks, ChangeFeed &feed, QObject *parent = nullptr);
    ~SourcesModel() override;
    void setPartnerId(const QString &partnerId);
    [[nodiscard]] bool hasValue() const override { return m_loaded; }
    [[nodiscard]] const QList<SourceSeen> &sources() const { return m_sources; }
    void refresh() override;

private:
    void dropValue() override;

    client::NetworksClient &m_networks;
    ChangeFeed &m_feed;
    QString m_partnerId;
    QList<SourceSeen> m_sources;
    bool m_loaded = false;
    client::Call m_call;
};

} // namespace pc::models
