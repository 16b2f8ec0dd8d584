// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/legacy_campaign_model.h"

#include <utility>

namespace pc::models {

LegacyCampaignModel::LegacyCampaignModel(client::ImportsClient &imports, ChangeFeed &feed, QObject *parent)
    : ObjectModel(parent), m_imports(imports), m_feed(feed)
{
    connect(&feed, &ChangeFeed::reset, this, [this] {
        if (state() != LoadState::Idle)
            refresh();
    });
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        if (change.kind == ChangeKind::Credential)
            follow();
    });
}

LegacyCampaignModel::~LegacyCampaignModel() = default;

void LegacyCampaignModel::ensureLoaded()
{
    if (state() == LoadState::Idle)
        refresh();
}

/// One question at a time, however many credentials change.
void LegacyCampaignModel::follow()
{
    if (state() == LoadState::Idle)
        return;
    if (isRefreshing())
        m_again = true;
    else
        refresh();
}

void LegacyCampaignModel::dropValue()
{
    m_report = {};
    m_loaded = false;
}

void LegacyCampaignModel::refresh()
{
    m_again = false;
    beginLoad();
    m_call = m_imports.campaign(mostRows, this, [this](client::Result<LegacyKeyReport> result) {
        if (!result)
            return fail(result.error());
        m_report = std::move(*result);
        m_loaded = true;
        succeed(m_feed.clock().now());
        Q_EMIT changed();
        if (std::exchange(m_again, false))
            refresh();
    });
}

} // namespace pc::models
