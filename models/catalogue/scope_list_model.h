// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/access/catalogue_model.h"
#include "models/base/item_roles.h"
#include "models/catalogue/api_list_model.h"
#include "models/catalogue/scope_figures_model.h"

#include <QAbstractTableModel>

namespace pc::models {

/// The scopes of the shared catalogue with their figures, by a text and by what is wrong with them. Views
/// keep their place by IdRole.
class ScopeListModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// ValueRole: name; title; name of the API; whether sensitive; QStringList of categories; numbers of
    /// routes, holders, users of 30 days; QDateTime of the last use. An unknown number is invalid.
    enum Column {
        ScopeColumn,
        TitleColumn,
        ApiColumn,
        SensitiveColumn,
        CategoriesColumn,
        RoutesColumn,
        HoldersColumn,
        UsersColumn,
        LastUsedColumn,
        ColumnCount
    };
    enum OwnRole { ConflictsRole = FirstOwnRole }; ///< holders that are not allowed it

    enum class Show { All, Unused, Conflicts };

    ScopeListModel(CatalogueModel &catalogue, ScopeFiguresModel &figures, ApiListModel &apis,
                   QObject *parent = nullptr);
    ~ScopeListModel() override;

    /// Scopes that have every word of it in name, title, sentence, API or categories.
    void setFilter(const QString &text);
    /// Unused: held, and no call of 30 days.
    void setShow(Show show);
    [[nodiscard]] int total() const { return static_cast<int>(m_catalogue.scopes().size()); }
    [[nodiscard]] const Scope &scopeAt(int row) const { return m_scopes.at(row); }
    [[nodiscard]] QString apiName(const QString &apiId) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// "Never", as far as figures are kept; or the day.
    [[nodiscard]] static QString lastUsedText(const std::optional<QDateTime> &day);

Q_SIGNALS:
    /// The rows or their total are others.
    void rowsReplaced();

private:
    void fill();
    void figuresChanged();
    [[nodiscard]] bool isShown(const Scope &scope) const;
    [[nodiscard]] static QString heading(int column);
    [[nodiscard]] QString text(const Scope &scope, int column) const;
    [[nodiscard]] QVariant value(const Scope &scope, int column) const;

    CatalogueModel &m_catalogue;
    ScopeFiguresModel &m_figures;
    ApiListModel &m_apis;
    QStringList m_words; ///< folded
    Show m_show = Show::All;
    QList<Scope> m_scopes;
};

} // namespace pc::models
