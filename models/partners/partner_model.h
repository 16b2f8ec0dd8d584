// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/access_client.h"
#include "client/api/partners_client.h"
#include "models/base/change_feed.h"
#include "models/base/object_model.h"

namespace pc::models {

/// One partner with its stage gates and its grant. state() speaks of the partner itself; gates and grant
/// follow and have an error of their own, so that one missing part does not empty the page.
class PartnerModel final : public ObjectModel
{
    Q_OBJECT
public:
    PartnerModel(client::PartnersClient &partners, client::AccessClient &access, ChangeFeed &feed,
                 QObject *parent = nullptr);
    ~PartnerModel() override;

    /// Shows another partner; empty shows none.
    void setPartnerId(const QString &partnerId);
    [[nodiscard]] const QString &partnerId() const { return m_partnerId; }
    [[nodiscard]] bool hasValue() const override { return m_partner.has_value(); }
    [[nodiscard]] const std::optional<Versioned<Partner>> &partner() const { return m_partner; }
    [[nodiscard]] const std::optional<StageGates> &gates() const { return m_gates; }
    [[nodiscard]] const std::optional<Versioned<Grant>> &grant() const { return m_grant; }
    [[nodiscard]] const std::optional<client::ApiError> &gatesError() const { return m_gatesError; }
    [[nodiscard]] const std::optional<client::ApiError> &grantError() const { return m_grantError; }
    void refresh() override;
    /// Takes over what an act answered, without asking again.
    void adopt(const Versioned<Partner> &partner);
    void adoptGrant(const Versioned<Grant> &grant);

private:
    void dropValue() override { m_partner.reset(); }
    /// With its gates.
    void fetchPartner();
    void fetchGrant();

    client::PartnersClient &m_partners;
    client::AccessClient &m_access;
    ChangeFeed &m_feed;
    QString m_partnerId;
    std::optional<Versioned<Partner>> m_partner;
    std::optional<StageGates> m_gates;
    std::optional<Versioned<Grant>> m_grant;
    std::optional<client::ApiError> m_gatesError;
    std::optional<client::ApiError> m_grantError;
    client::Call m_partnerCall;
    client::Call m_gatesCall;
    client::Call m_grantCall;
};

} // namespace pc::models
