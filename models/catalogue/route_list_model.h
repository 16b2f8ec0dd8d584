// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "models/access/catalogue_model.h"
#include "models/base/item_roles.h"

#include <QAbstractTableModel>

namespace pc::models {

/// The routes of one API out of the shared catalogue, by a text: some ten thousand at most. Views keep their
/// place by IdRole.
class RouteListModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// ValueRole: method; path; QStringList of the scopes; title.
    enum Column { MethodColumn, PathColumn, ScopeColumn, TitleColumn, ColumnCount };
    enum OwnRole {
        EndsRole = FirstOwnRole
    }; ///< QDateTime from which it is no more; invalid: not known to end

    explicit RouteListModel(CatalogueModel &catalogue, QObject *parent = nullptr);
    ~RouteListModel() override;

    /// Empty: none.
    void setApi(const QString &apiId);
    [[nodiscard]] const QString &apiId() const { return m_apiId; }
    /// Routes that have every word of it in method, path, scopes, title or operation id, whatever its case
    /// and accents.
    void setFilter(const QString &text);
    /// Of the API, whatever the filter.
    [[nodiscard]] int total() const { return static_cast<int>(m_all.size()); }
    [[nodiscard]] const Route &routeAt(int row) const { return m_routes.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// The rows or their total are others.
    void rowsReplaced();

private:
    void take();
    void fill();
    [[nodiscard]] static QString heading(int column);
    [[nodiscard]] static QString text(const Route &route, int column);

    CatalogueModel &m_catalogue;
    QString m_apiId;
    QStringList m_words; ///< folded
    QList<Route> m_all;
    QStringList m_searched; ///< of m_all, folded once: typing looks through thousands
    QList<Route> m_routes;
};

} // namespace pc::models
