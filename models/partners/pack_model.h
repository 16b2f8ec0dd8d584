// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/partners_client.h"
#include "models/base/change_feed.h"
#include "models/base/object_model.h"

namespace pc::models {

/// What a partner's developer needs in one realm; follows what it is made of.
class PackModel final : public ObjectModel
{
    Q_OBJECT
public:
    PackModel(client::PartnersClient &partners, ChangeFeed &feed, const QString &partnerId, Realm realm,
              QObject *parent = nullptr);
    ~PackModel() override;

    [[nodiscard]] Realm realm() const { return m_realm; }
    /// What is shown goes at once: it is of the other one.
    void setRealm(Realm realm);
    [[nodiscard]] bool hasValue() const override { return m_pack.has_value(); }
    [[nodiscard]] const std::optional<PartnerPack> &pack() const { return m_pack; }
    void refresh() override;

private:
    void dropValue() override { m_pack.reset(); }

    client::PartnersClient &m_partners;
    ChangeFeed &m_feed;
    const QString m_partnerId;
    Realm m_realm;
    std::optional<PartnerPack> m_pack;
    client::Call m_call;
};

} // namespace pc::models
