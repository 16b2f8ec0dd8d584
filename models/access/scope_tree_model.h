// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/access_client.h"
#include "contract/types/access.h"
#include "models/base/item_roles.h"

#include <QAbstractItemModel>
#include <QHash>

#include <optional>

namespace pc::models {

class GrantEditor;

/// The catalogue's scopes as a tree: resource ("orders"), below it its scopes ("orders:read"). Check boxes
/// edit the GrantEditor; a group is checked, partly checked or unchecked.
class ScopeTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    /// ValueRole: scope name or group; sentence; calls in 30 days (-1 unknown).
    enum Column { ScopeColumn, SentenceColumn, UsedColumn, ColumnCount };
    enum OwnRole {
        ScopeNameRole = FirstOwnRole, ///< empty for a group
        SensitiveRole,                ///< bool
        ConflictRole,                 ///< the lawful basis does not allow it, granted or not
        ChangedRole                   ///< true when the staged state differs from the base
    };

    explicit ScopeTreeModel(GrantEditor &editor, QObject *parent = nullptr);
    ~ScopeTreeModel() override;
    /// False shows boxes that cannot be changed.
    void setEditable(bool editable);
    /// Keeps scopes whose name, title or sentence contains the text; groups follow.
    void setFilter(const QString &text);
    /// Nothing while it is not known; nor is the use of a scope that the list leaves out.
    void setUse(const std::optional<QList<ScopeUse>> &use);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Group
    {
        QString resource;
        QList<Scope> scopes;
        bool operator==(const Group &) const = default;
    };
    [[nodiscard]] QList<Group> wantedGroups() const;
    void rebuild();
    void refreshCells();
    void onEditorChanged();
    [[nodiscard]] QVariant groupData(const Group &group, int column, int role) const;
    [[nodiscard]] QVariant scopeData(const Scope &scope, int column, int role) const;
    /// Calls in 30 days; -1: not known.
    [[nodiscard]] qint64 callsOf(const QString &scope) const;
    /// Their sum; not known unless each is.
    [[nodiscard]] qint64 callsOf(const Group &group) const;
    [[nodiscard]] Qt::CheckState groupState(const Group &group) const;

    GrantEditor &m_editor;
    QList<Group> m_groups;
    QHash<QString, ScopeUse> m_use;
    QString m_filter;
    bool m_editable = true;
};

/// "orders" of "orders:read"; the whole name without a colon.
[[nodiscard]] QString resourceOf(const QString &scope);

} // namespace pc::models
