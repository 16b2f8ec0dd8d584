// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/catalogue_client.h"
#include "models/base/change_feed.h"
#include "models/base/paged_rows.h"

namespace pc::models {

/// The APIs behind the platform, in the order of the service.
class ApiListModel final : public PagedRows<Api>
{
    Q_OBJECT
public:
    /// ValueRole: name; host and base path as they are; audience; number of routes, of scopes; title of the
    /// description; QDateTime of the last change.
    enum Column {
        NameColumn,
        AddressColumn,
        AudienceColumn,
        RoutesColumn,
        ScopesColumn,
        DescriptionColumn,
        ChangedColumn,
        ColumnCount
    };
    enum OwnRole { ChangedByRole = FirstOwnRole, DescribedVersionRole };

    ApiListModel(client::CatalogueClient &catalogue, ChangeFeed &feed, QObject *parent = nullptr);
    ~ApiListModel() override;

    [[nodiscard]] const Api &apiAt(int row) const { return at(row); }
    /// Nullptr when it is not among them.
    [[nodiscard]] const Api *api(const QString &id) const;
    [[nodiscard]] const QList<Api> &apis() const { return rows(); }
    /// Fetches unless it is there or on its way.
    void ensureLoaded();

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    /// "api.example.net/v1", in words where there is no host.
    [[nodiscard]] static QString addressText(const Api &api);
    /// The platform's own in words.
    [[nodiscard]] static QString audienceText(const Api &api);
    /// Title and version of the description in force, or that there is none.
    [[nodiscard]] static QString descriptionText(const QString &title, const QString &version);

private:
    [[nodiscard]] client::Call fetchPage(const QString &cursor, int limit, PageCallback done) override;
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] QString idOf(const Api &api) const override { return api.id; }
    [[nodiscard]] static QVariant value(const Api &api, int column);
    [[nodiscard]] static QString text(const Api &api, int column);
    [[nodiscard]] QString accessibleText(const Api &api, int column) const;

    client::CatalogueClient &m_catalogue;
};

} // namespace pc::models
