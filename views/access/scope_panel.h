// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/access/grant_changes.h"
#include "models/access/scope_tree_model.h"
#include "views/widgets/card.h"

class QLineEdit;
class QTreeView;

namespace pc::models {
class GrantEditor;
}

namespace pc::views {

class Label;
class MessageBanner;

/// The scopes a partner may be granted, as a searchable tree of check boxes; says what each one lets a
/// credential do, whether it was used, and which ones the lawful basis does not allow.
class ScopePanel final : public Card
{
    Q_OBJECT
public:
    /// Both outlive the panel.
    ScopePanel(models::GrantEditor &editor, models::ScopeTreeModel &tree, QWidget *parent = nullptr);

    void setBasis(LawfulBasis basis);
    void setReadOnlyReason(const QString &why);
    [[nodiscard]] QTreeView *tree() const { return m_view; }
    /// What the platform does not accept of these scopes, one a line; stays until they change.
    void showRefused(const QString &lines);

Q_SIGNALS:
    /// What is said of this scope, and who holds it, should be shown.
    void scopeWanted(const QString &scope);

private:
    void showMenu(const QPoint &at);
    void showConflicts();
    void showCount();

    models::GrantEditor &m_editor;
    models::ScopeTreeModel &m_tree;
    LawfulBasis m_basis = LawfulBasis::Unknown;
    QLineEdit *m_search;
    Label *m_count;
    MessageBanner *m_conflicts;
    MessageBanner *m_refused;
    QStringList m_refusedScopes;
    MessageBanner *m_locked;
    QTreeView *m_view;
};

/// "orders:write needs consent or contract." for each conflict, one per line.
[[nodiscard]] QString conflictText(const QList<models::ScopeConflict> &conflicts, LawfulBasis basis);

} // namespace pc::views
