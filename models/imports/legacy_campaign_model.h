// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/imports_client.h"
#include "models/base/change_feed.h"
#include "models/base/object_model.h"

namespace pc::models {

/// How far imported keys and client ids are on their way out, over all partners. Follows the feed once
/// somebody asked.
class LegacyCampaignModel final : public ObjectModel
{
    Q_OBJECT
public:
    LegacyCampaignModel(client::ImportsClient &imports, ChangeFeed &feed, QObject *parent = nullptr);
    ~LegacyCampaignModel() override;

    [[nodiscard]] bool hasValue() const override { return m_loaded; }
    [[nodiscard]] const LegacyKeyReport &report() const { return m_report; }
    /// The first time; later the feed says when.
    void ensureLoaded();
    void refresh() override;

    static constexpr int mostRows = 1000;

private:
    void dropValue() override;
    void follow();

    client::ImportsClient &m_imports;
    ChangeFeed &m_feed;
    LegacyKeyReport m_report;
    bool m_loaded = false;
    bool m_again = false; ///< something changed while it was asked
    client::Call m_call;
};

} // namespace pc::models
