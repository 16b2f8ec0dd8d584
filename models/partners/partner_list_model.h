// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/partners_client.h"
#include "contract/types/partner.h"
#include "models/base/change_feed.h"
#include "models/base/paged_rows.h"

namespace pc::models {

/// The Partners page: filtered, sorted and paged by the service.
class PartnerListModel final : public PagedRows<Partner>
{
    Q_OBJECT
public:
    /// ValueRole: name; Stage, Health as int; number of credentials; quota used as a share 0…1 (-1: no
    /// quota); QList<qint64> of 24 hourly values; share of errors 0…1 (-1: no calls); owner; QDateTime or
    /// invalid.
    enum Column {
        PartnerColumn,
        StageColumn,
        HealthColumn,
        CredentialsColumn,
        QuotaColumn,
        TrafficColumn,
        ErrorsColumn,
        OwnerColumn,
        LastActivityColumn,
        ColumnCount
    };
    enum OwnRole {
        SlugRole = FirstOwnRole,
        StatusRole,     ///< PartnerStatus as int
        ExpiringRole,   ///< how many credentials expire soon
        QuotaUsedRole,  ///< calls
        QuotaLimitRole, ///< calls, 0 = none
        CallsRole,      ///< calls in 24 h
        ErrorCountRole, ///< errors in 24 h
        ThrottledRole   ///< throttled in 24 h
    };

    PartnerListModel(client::PartnersClient &partners, ChangeFeed &feed, QObject *parent = nullptr);
    ~PartnerListModel() override;

    /// Starts over with another filter; rows that are in both results stay. Limit and cursor of `query` are
    /// ignored.
    void setQuery(const PartnerQuery &query);
    [[nodiscard]] const PartnerQuery &query() const { return m_query; }
    [[nodiscard]] const Partner &partnerAt(int row) const { return at(row); }
    /// True when the service can sort by that column.
    [[nodiscard]] static bool canSort(int column);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// Sorts at the service: sets query().sort and fetches.
    void sort(int column, Qt::SortOrder order) override;

private:
    [[nodiscard]] client::Call fetchPage(const QString &cursor, int limit, PageCallback done) override;
    [[nodiscard]] bool mayConcern(const Change &change) const;
    /// A row of the partner is shown, or on its way.
    [[nodiscard]] bool mayShow(const Change &change) const;
    [[nodiscard]] static QVariant value(const Partner &partner, int column);
    [[nodiscard]] static QString text(const Partner &partner, int column);
    [[nodiscard]] QString accessibleText(const Partner &partner, int column) const;
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] QString idOf(const Partner &partner) const override { return partner.id; }

    client::PartnersClient &m_partners;
    PartnerQuery m_query;
};

} // namespace pc::models
