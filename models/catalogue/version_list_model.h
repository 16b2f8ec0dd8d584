// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/versions_client.h"
#include "contract/rules/version_life.h"
#include "models/base/change_feed.h"
#include "models/base/item_roles.h"
#include "models/base/paged_rows.h"

namespace pc::models {

/// The versions of one API by path, and where each stands now.
class VersionListModel final : public PagedRows<ApiVersion>
{
    Q_OBJECT
public:
    /// ValueRole: path; rules::VersionState as int; QDateTime of its two dates, invalid without; partners and
    /// calls of 30 days.
    enum Column {
        PathColumn,
        StateColumn,
        DeprecatedColumn,
        SunsetColumn,
        PartnersColumn,
        CallsColumn,
        ColumnCount
    };
    enum OwnRole { AttentionRole = FirstOwnRole }; ///< bool: it ends soon, and somebody calls it

    VersionListModel(client::VersionsClient &versions, ChangeFeed &feed, QObject *parent = nullptr);
    ~VersionListModel() override;

    void setApi(const QString &apiId);
    [[nodiscard]] const QString &apiId() const { return m_apiId; }
    [[nodiscard]] const ApiVersion &versionAt(int row) const { return at(row); }
    /// As the rows stand, by the clock.
    [[nodiscard]] QDateTime now() const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    /// "Current", "Deprecated", "Ends in 12 days", "Ended".
    [[nodiscard]] static QString stateText(const ApiVersion &version, const QDateTime &now);

private:
    [[nodiscard]] client::Call fetchPage(const QString &cursor, int limit, PageCallback done) override;
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] QString idOf(const ApiVersion &version) const override { return version.id; }
    [[nodiscard]] QVariant value(const ApiVersion &version, int column) const;
    [[nodiscard]] QString text(const ApiVersion &version, int column) const;
    [[nodiscard]] QString accessibleText(const ApiVersion &version, int column) const;

    client::VersionsClient &m_versions;
    ChangeFeed &m_feed;
    QString m_apiId;
};

} // namespace pc::models
