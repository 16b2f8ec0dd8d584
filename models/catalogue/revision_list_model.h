// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/catalogue_client.h"
#include "models/base/change_feed.h"
#include "models/base/paged_rows.h"

namespace pc::models {

/// The last revisions of one API, newest first.
class RevisionListModel final : public PagedRows<CatalogueRevision>
{
    Q_OBJECT
public:
    /// ValueRole: title; RevisionState as int; number of routes; its changes in words; who; QDateTime of when
    /// it came in force, or was handed over.
    enum Column {
        DescriptionColumn,
        StateColumn,
        RoutesColumn,
        ChangesColumn,
        ByColumn,
        WhenColumn,
        ColumnCount
    };

    RevisionListModel(client::CatalogueClient &catalogue, ChangeFeed &feed, QObject *parent = nullptr);
    ~RevisionListModel() override;

    void setApi(const QString &apiId);
    [[nodiscard]] const QString &apiId() const { return m_apiId; }
    [[nodiscard]] const CatalogueRevision &revisionAt(int row) const { return at(row); }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    /// "5 new, 2 gone, 1 changed"; that nothing differs, when nothing does.
    [[nodiscard]] static QString changesText(const RevisionCounts &counts);
    /// The same of a revision; empty of what was there before anything was imported.
    [[nodiscard]] static QString changesText(const CatalogueRevision &revision);
    /// Of the description; what an API decided by before its first import has none.
    [[nodiscard]] static QString descriptionText(const CatalogueRevision &revision);

private:
    [[nodiscard]] client::Call fetchPage(const QString &cursor, int limit, PageCallback done) override;
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] QString idOf(const CatalogueRevision &revision) const override { return revision.id; }
    [[nodiscard]] static QVariant value(const CatalogueRevision &revision, int column);
    [[nodiscard]] static QString text(const CatalogueRevision &revision, int column);
    [[nodiscard]] QString accessibleText(const CatalogueRevision &revision, int column) const;

    client::CatalogueClient &m_catalogue;
    QString m_apiId;
};

} // namespace pc::models
