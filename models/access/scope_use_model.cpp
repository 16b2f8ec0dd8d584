// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/scope_use_model.h"

namespace pc::models {

ScopeUseModel::ScopeUseModel(client::AccessClient &access, ChangeFeed &feed, QObject *parent)
    : ObjectModel(parent), m_access(access), m_feed(feed)
{
    connect(&feed, &ChangeFeed::reset, this, &ScopeUseModel::refresh);
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        // What scopes there are to tell of comes from the grant and the catalogue, too.
        const bool ours = change.kind == ChangeKind::Usage || change.kind == ChangeKind::Grant;
        if (change.kind == ChangeKind::Catalogue || (ours && change.mayConcernPartner(m_partnerId)))
            refresh();
    });
}

ScopeUseModel::~ScopeUseModel() = default;

void ScopeUseModel::setPartnerId(const QString &partnerId)
{
    if (partnerId == m_partnerId)
        return;
    m_partnerId = partnerId;
    m_call.cancel();
    forget();
    refresh();
}

void ScopeUseModel::dropValue()
{
    m_use.clear();
    m_loaded = false;
}

void ScopeUseModel::refresh()
{
    if (m_partnerId.isEmpty())
        return;
    beginLoad();
    m_call = m_access.scopeUse(m_partnerId, this, [this](client::Result<Page<ScopeUse>> result) {
        if (!result)
            return fail(result.error());
        m_use = std::move(result->items);
        m_loaded = true;
        succeed(m_feed.clock().now());
        Q_EMIT changed();
    });
}

} // namespace pc::models
