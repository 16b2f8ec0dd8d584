// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/versions_client.h"
#include "models/base/change_feed.h"
#include "models/base/object_model.h"

namespace pc::models {

/// Who still calls a version. Of its moment: asked again when the catalogue changes.
class VersionUseModel final : public ObjectModel
{
    Q_OBJECT
public:
    VersionUseModel(client::VersionsClient &versions, ChangeFeed &feed, QObject *parent = nullptr);
    ~VersionUseModel() override;

    /// Empty ids: of none.
    void setVersion(const QString &apiId, const QString &versionId);
    [[nodiscard]] const QString &versionId() const { return m_versionId; }
    [[nodiscard]] bool hasValue() const override { return m_use.has_value(); }
    [[nodiscard]] const std::optional<VersionUse> &use() const { return m_use; }
    void refresh() override;

private:
    void dropValue() override { m_use.reset(); }

    client::VersionsClient &m_versions;
    ChangeFeed &m_feed;
    QString m_apiId;
    QString m_versionId;
    std::optional<VersionUse> m_use;
    client::Call m_call;
    Alarm m_soon;
};

} // namespace pc::models
