// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/version_use_model.h"

namespace pc::models {

using namespace std::chrono_literals;

VersionUseModel::VersionUseModel(client::VersionsClient &versions, ChangeFeed &feed, QObject *parent)
    : ObjectModel(parent), m_versions(versions), m_feed(feed)
{
    connect(&feed, &ChangeFeed::reset, this, [this] {
        if (state() != LoadState::Idle)
            refresh();
    });
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        const bool ours = change.kind == ChangeKind::Catalogue && change.mayConcern(m_apiId);
        if (state() != LoadState::Idle && ours && !m_soon)
            m_soon = m_feed.clock().after(100ms, [this] { refresh(); });
    });
}

VersionUseModel::~VersionUseModel() = default;

void VersionUseModel::setVersion(const QString &apiId, const QString &versionId)
{
    if (apiId == m_apiId && versionId == m_versionId)
        return;
    m_call.cancel();
    m_apiId = apiId;
    m_versionId = versionId;
    m_soon.reset();
    forget();
    if (!versionId.isEmpty())
        refresh();
}

void VersionUseModel::refresh()
{
    m_soon.reset();
    if (m_versionId.isEmpty())
        return;
    beginLoad();
    m_call = m_versions.use(m_apiId, m_versionId, this, [this](client::Result<VersionUse> result) {
        if (!result)
            return fail(result.error());
        m_use = std::move(*result);
        succeed(m_feed.clock().now());
        Q_EMIT changed();
    });
}

} // namespace pc::models
