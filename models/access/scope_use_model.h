// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/access_client.h"
#include "models/base/change_feed.h"
#include "models/base/object_model.h"

namespace pc::models {

/// Which scopes a partner used in the last 30 days.
class ScopeUseModel final : public ObjectModel
{
    Q_OBJECT
public:
    ScopeUseModel(client::AccessClient &access, ChangeFeed &feed, QObject *parent = nullptr);
    ~ScopeUseModel() override;
    void setPartnerId(const QString &partnerId);
    [[nodiscard]] bool hasValue() const override { return m_loaded; }
    [[nodiscard]] const QList<ScopeUse> &use() const { return m_use; }
    void refresh() override;

private:
    void dropValue() override;

    client::AccessClient &m_access;
    ChangeFeed &m_feed;
    QString m_partnerId;
    QList<ScopeUse> m_use;
    bool m_loaded = false;
    client::Call m_call;
};

} // namespace pc::models
