// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/partners/partner_model.h"

namespace pc::models {

PartnerModel::PartnerModel(client::PartnersClient &partners, client::AccessClient &access, ChangeFeed &feed,
                           QObject *parent)
    : ObjectModel(parent), m_partners(partners), m_access(access), m_feed(feed)
{
    connect(&feed, &ChangeFeed::reset, this, &PartnerModel::refresh);
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        if (!change.mayConcernPartner(m_partnerId))
            return;
        switch (change.kind) {
        case ChangeKind::Grant: // of which the partner shows its figures, and which opens or closes a gate
            return refresh();
        case ChangeKind::Partner:
        case ChangeKind::Networks: // can open or close a gate
        case ChangeKind::Usage:
        case ChangeKind::Credential: // can open or close a gate
            return fetchPartner();
        default:
            return;
        }
    });
}

PartnerModel::~PartnerModel() = default;

void PartnerModel::setPartnerId(const QString &partnerId)
{
    if (partnerId == m_partnerId)
        return;
    m_partnerId = partnerId;
    m_partnerCall.cancel();
    m_gatesCall.cancel();
    m_grantCall.cancel();
    m_gates.reset();
    m_grant.reset();
    m_gatesError.reset();
    m_grantError.reset();
    forget();
    refresh();
}

void PartnerModel::refresh()
{
    fetchPartner();
    fetchGrant();
}

void PartnerModel::fetchPartner()
{
    if (m_partnerId.isEmpty())
        return;
    beginLoad();
    m_partnerCall = m_partners.get(m_partnerId, this, [this](client::Result<Versioned<Partner>> result) {
        if (!result)
            return fail(result.error());
        m_partner = std::move(*result);
        succeed(m_feed.clock().now());
        Q_EMIT changed();
    });
    m_gatesCall = m_partners.gates(m_partnerId, this, [this](client::Result<StageGates> result) {
        takePart(std::move(result), m_gates, m_gatesError);
    });
}

void PartnerModel::fetchGrant()
{
    if (m_partnerId.isEmpty())
        return;
    m_grantCall = m_access.grant(m_partnerId, this, [this](client::Result<Versioned<Grant>> result) {
        takePart(std::move(result), m_grant, m_grantError);
    });
}

void PartnerModel::adopt(const Versioned<Partner> &partner)
{
    if (partner.value.id != m_partnerId)
        return;
    m_partner = partner;
    Q_EMIT changed();
    refresh(); // the gates may stand differently now
}

void PartnerModel::adoptGrant(const Versioned<Grant> &grant)
{
    if (grant.value.partnerId != m_partnerId)
        return;
    m_grantCall.cancel();
    m_grant = grant;
    m_grantError.reset();
    Q_EMIT changed();
}

} // namespace pc::models
