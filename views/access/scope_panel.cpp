// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/scope_panel.h"

#include "models/access/catalogue_model.h"
#include "models/access/grant_editor.h"
#include "models/text/enum_names.h"
#include "views/access/scope_delegate.h"
#include "views/style/icons.h"
#include "views/style/space.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/search_line.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QTreeView>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::ScopeTreeModel;

QString conflictText(const QList<models::ScopeConflict> &conflicts, LawfulBasis basis)
{
    QStringList lines;
    for (const models::ScopeConflict &conflict : conflicts) {
        if (!conflict.uncovered.isEmpty())
            lines.append(QCoreApplication::translate(
                             "ScopePanel",
                             "%1 gives data that the agreement does not name: %2. It cannot be granted anew.")
                             .arg(conflict.scope, conflict.uncovered.join(u", "_s)));
        if (conflict.allowed.isEmpty())
            continue;
        QStringList allowed;
        for (const LawfulBasis each : conflict.allowed)
            allowed.append(models::nameOf(each));
        lines.append(QCoreApplication::translate(
                         "ScopePanel", "%1 cannot be granted on the basis “%2”. It needs one of: %3.")
                         .arg(conflict.scope, models::nameOf(basis), allowed.join(u", "_s)));
    }
    return lines.join(u'\n');
}

ScopePanel::ScopePanel(models::GrantEditor &editor, ScopeTreeModel &tree, QWidget *parent)
    : Card(tr("Scopes"), parent), m_editor(editor), m_tree(tree)
{
    setObjectName(u"scopePanel"_s);
    m_count = new Label({}, TypeRole::Small, Tone::Muted);
    header()->addWidget(m_count);
    m_search = makeSearchLine(u"scopeSearch"_s, tr("Search scopes"), tr("Search scopes by name or sentence"),
                              Icon::Search);
    m_search->setMaximumWidth(240);
    header()->addWidget(m_search, 1);
    m_locked = new MessageBanner(Severity::Info);
    m_locked->hide();
    body()->addWidget(m_locked);
    m_conflicts = new MessageBanner(Severity::Warn);
    m_conflicts->setObjectName(u"scopeConflicts"_s);
    m_conflicts->setIcon(Icon::Warning);
    m_conflicts->hide();
    body()->addWidget(m_conflicts);
    m_refused = new MessageBanner(Severity::Bad);
    m_refused->setObjectName(u"scopesRefused"_s);
    m_refused->hide();
    body()->addWidget(m_refused);
    m_view = new QTreeView;
    m_view->setObjectName(u"scopeTree"_s);
    m_view->setAccessibleName(tr("Scopes of the partner"));
    m_view->setModel(&m_tree);
    m_view->setItemDelegate(new ScopeDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformRowHeights(true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setTextElideMode(Qt::ElideRight);
    m_view->setMinimumHeight(240);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(ScopeTreeModel::ScopeColumn, QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(ScopeTreeModel::SentenceColumn, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(ScopeTreeModel::UsedColumn, QHeaderView::ResizeToContents);
    body()->addWidget(m_view, 1);
    setBodyMargins(space::m, space::s);

    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ScopePanel::showMenu);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_tree.setFilter(text);
        m_view->expandAll();
    });
    connect(&m_tree, &QAbstractItemModel::modelReset, m_view, &QTreeView::expandAll);
    connect(&m_editor, &models::GrantEditor::changed, this, [this] {
        if (m_editor.edit().scopes != m_refusedScopes)
            showRefused({});
        showConflicts();
        showCount();
    });
    m_view->expandAll();
    showConflicts();
    showCount();
}

/// By the pointer, or by the menu key at the current row.
void ScopePanel::showMenu(const QPoint &at)
{
    QModelIndex index = m_view->indexAt(at);
    if (!index.isValid())
        index = m_view->currentIndex();
    const QString scope =
        index.siblingAtColumn(ScopeTreeModel::ScopeColumn).data(ScopeTreeModel::ScopeNameRole).toString();
    if (scope.isEmpty())
        return;
    auto *menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(icon(Icon::Scopes), tr("Who holds %1", "scope").arg(scope)), &QAction::triggered,
            this, [this, scope] { Q_EMIT scopeWanted(scope); });
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

void ScopePanel::setBasis(LawfulBasis basis)
{
    m_basis = basis;
    showConflicts();
}

void ScopePanel::setReadOnlyReason(const QString &why)
{
    m_tree.setEditable(why.isEmpty());
    m_locked->setVisible(!why.isEmpty());
    if (!why.isEmpty())
        m_locked->setMessage(Severity::Info, why);
}

void ScopePanel::showRefused(const QString &lines)
{
    m_refusedScopes = m_editor.edit().scopes;
    m_refused->setVisible(!lines.isEmpty());
    if (!lines.isEmpty())
        m_refused->setMessage(Severity::Bad, lines);
}

void ScopePanel::showConflicts()
{
    const QString text = conflictText(m_editor.conflicts(), m_basis);
    m_conflicts->setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
        m_conflicts->setMessage(Severity::Warn, text);
        m_conflicts->setIcon(Icon::Warning);
    }
}

void ScopePanel::showCount()
{
    const auto granted = static_cast<int>(m_editor.edit().scopes.size());
    const auto all = static_cast<int>(m_editor.catalogue().scopes().size());
    m_count->setText(tr("%1 of %n granted", nullptr, all).arg(granted));
}

} // namespace pc::views
