// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/partners/pack_model.h"

namespace pc::models {

PackModel::PackModel(client::PartnersClient &partners, ChangeFeed &feed, const QString &partnerId,
                     Realm realm, QObject *parent)
    : ObjectModel(parent), m_partners(partners), m_feed(feed), m_partnerId(partnerId), m_realm(realm)
{
    connect(&feed, &ChangeFeed::reset, this, &PackModel::refresh);
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        switch (change.kind) {
        case ChangeKind::Partner:
        case ChangeKind::Grant:
        case ChangeKind::Credential:
        case ChangeKind::Networks:
            if (change.mayConcernPartner(m_partnerId))
                refresh();
            return;
        case ChangeKind::Catalogue:
            return refresh();
        default:
            return;
        }
    });
}

PackModel::~PackModel() = default;

void PackModel::setRealm(Realm realm)
{
    if (realm == m_realm)
        return;
    m_realm = realm;
    m_call.cancel();
    forget();
    refresh();
}

void PackModel::refresh()
{
    beginLoad();
    m_call = m_partners.pack(m_partnerId, m_realm, this, [this](client::Result<PartnerPack> result) {
        if (!result)
            return fail(result.error());
        m_pack = std::move(*result);
        succeed(m_feed.clock().now());
        Q_EMIT changed();
    });
}

} // namespace pc::models
