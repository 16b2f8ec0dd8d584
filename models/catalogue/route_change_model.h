// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/catalogue_client.h"
#include "models/base/change_feed.h"
#include "models/base/paged_rows.h"

namespace pc::models {

/// What a revision would do to single routes, page by page; of one kind, or all. Part of a review: fetched
/// again with that (ReviewModel::renewed()), never by itself, or it would tell of a rule that nobody looked
/// at.
class RouteChangeModel final : public PagedRows<RouteChange>
{
    Q_OBJECT
public:
    /// ValueRole: RouteChangeKind as int; method; path; what changed in words; calls of 30 days.
    enum Column { KindColumn, MethodColumn, PathColumn, ChangesColumn, CallsColumn, ColumnCount };

    RouteChangeModel(client::CatalogueClient &catalogue, ChangeFeed &feed, QObject *parent = nullptr);
    ~RouteChangeModel() override;

    void setRevision(const QString &apiId, const QString &revisionId);
    /// Unknown: all kinds.
    void setKind(RouteChangeKind kind);
    [[nodiscard]] RouteChangeKind kind() const { return m_kind; }
    [[nodiscard]] const RouteChange &changeAt(int row) const { return at(row); }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] client::Call fetchPage(const QString &cursor, int limit, PageCallback done) override;
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] QString idOf(const RouteChange &change) const override;
    [[nodiscard]] static QVariant value(const RouteChange &change, int column);
    [[nodiscard]] static QString text(const RouteChange &change, int column);
    [[nodiscard]] QString accessibleText(const RouteChange &change, int column) const;

    client::CatalogueClient &m_catalogue;
    QString m_apiId;
    QString m_revisionId;
    RouteChangeKind m_kind = RouteChangeKind::Unknown;
};

} // namespace pc::models
