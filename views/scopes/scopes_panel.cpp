// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scopes/scopes_panel.h"

#include "models/session/connection.h"
#include "views/commands/command_registry.h"
#include "views/scopes/scope_detail.h"
#include "views/scopes/scopes_acts.h"
#include "views/scopes/scopes_delegates.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/label.h"
#include "views/widgets/search_line.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/words/load_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::ScopeListModel;

ScopesPanel::ScopesPanel(const ViewContext &context, models::CatalogueModel &catalogue,
                         models::ApiListModel &apis, QWidget *parent)
    : QWidget(parent), m_context(context), m_catalogue(catalogue), m_apis(apis),
      m_figures(context.connection.scopes(), context.connection.feed()), m_list(catalogue, m_figures, apis)
{
    buildUi();
    wire();
    showState();
}

ScopesPanel::~ScopesPanel()
{
    delete m_states; // before the models that it shows
}

void ScopesPanel::buildUi()
{
    setObjectName(u"scopesPanel"_s);
    m_filter = makeSearchLine(u"scopeFilter"_s, tr("Scope, what it gives, API or data"),
                              tr("Search the scopes"), Icon::Search);
    m_show = new QComboBox;
    m_show->setObjectName(u"scopeShow"_s);
    m_show->setAccessibleName(tr("Which scopes are shown"));
    m_show->addItem(tr("All scopes"), static_cast<int>(ScopeListModel::Show::All));
    m_show->addItem(tr("Held, not used in 30 days"), static_cast<int>(ScopeListModel::Show::Unused));
    m_show->addItem(tr("Held against basis or agreement"), static_cast<int>(ScopeListModel::Show::Conflicts));
    m_count = new Label({}, TypeRole::Small, Tone::Muted);
    m_count->setObjectName(u"scopeCount"_s);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::pageMargin, space::s, space::pageMargin, space::s);
    row->setSpacing(space::m);
    row->addWidget(m_filter, 1);
    row->addWidget(m_show);
    row->addWidget(m_count);
    m_table = new PcTableView;
    m_table->setObjectName(u"scopesTable"_s);
    m_table->setAccessibleName(tr("Scopes"));
    m_table->setDensity(Density::Dense);
    m_table->setKeyRole(models::IdRole);
    m_table->setModel(&m_list);
    m_table->setMinimumHeight(space::header + space::rowNormal);
    m_table->setItemDelegate(new ScopeRowDelegate(m_table));
    m_table->setColumns({{ScopeListModel::ScopeColumn, 150, 3, 0},
                         {ScopeListModel::TitleColumn, 140, 2, 4},
                         {ScopeListModel::ApiColumn, 100, 1, 5},
                         {ScopeListModel::SensitiveColumn, 100, 0, 3},
                         {ScopeListModel::CategoriesColumn, 130, 2, 2},
                         {ScopeListModel::RoutesColumn, 84, 0, 2},
                         {ScopeListModel::HoldersColumn, 96, 0, 0},
                         {ScopeListModel::UsersColumn, 96, 0, 0},
                         {ScopeListModel::LastUsedColumn, 100, 0, 1}});
    m_detail = new ScopeDetail(m_context);
    m_splitter = new QSplitter(Qt::Vertical);
    m_splitter->setObjectName(u"scopesSplitter"_s);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_states = new StateStack(m_splitter, Skeleton::Shape::Table);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_states, 1);
}

void ScopesPanel::wire()
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(120);
    connect(&m_typing, &QTimer::timeout, this, [this] { m_list.setFilter(m_filter->text()); });
    connect(m_filter, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        m_typing.stop();
        m_list.setFilter(m_filter->text());
        focusContent();
    });
    connect(m_show, &QComboBox::currentIndexChanged, this,
            [this] { m_list.setShow(static_cast<ScopeListModel::Show>(m_show->currentData().toInt())); });
    connect(&m_list, &ScopeListModel::rowsReplaced, this, &ScopesPanel::showState);
    connect(&m_catalogue, &models::ObjectModel::stateChanged, this, &ScopesPanel::showState);
    connect(&m_figures, &models::ObjectModel::stateChanged, this, &ScopesPanel::showState);
    connect(m_states, &StateStack::retryRequested, this, &ScopesPanel::refresh);
    connect(m_states, &StateStack::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    // The table makes the first row the current one without a word, once rows are there.
    connect(&m_list, &QAbstractItemModel::modelReset, this, &ScopesPanel::takeWanted, Qt::QueuedConnection);
    connect(m_table, &PcTableView::currentRowChanged, this, &ScopesPanel::showChosen);
    connect(m_table, &PcTableView::openRequested, m_detail, &ScopeDetail::focusContent);
    connect(m_table, &PcTableView::copyRequested, this,
            [this](const QString &tsv, const QString &html) { m_context.clipboard.setText(tsv, html); });
    m_table->setContextMenuHook([this](QMenu *menu, const QModelIndex &) {
        m_context.commands.fillMenu(menu, {ScopesActs::edit(), ScopesActs::take(),
                                           ScopesActs::exportHolders(), QString(), ScopesActs::remove()});
    });
    auto *slash = new QShortcut(QKeySequence(Qt::Key_Slash), m_table);
    slash->setContext(Qt::WidgetWithChildrenShortcut);
    connect(slash, &QShortcut::activated, m_filter, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
}

void ScopesPanel::load()
{
    m_catalogue.ensureLoaded();
    m_figures.ensureLoaded();
    m_apis.ensureLoaded();
}

void ScopesPanel::choose(const QString &scope)
{
    if (scope.isEmpty())
        return;
    m_wanted = scope;
    if (!m_table->selectKey(scope) && !m_filter->text().isEmpty())
        m_filter->clear(); // it may be among those that the search leaves out
    takeWanted();
}

/// The figures stand beside the scopes: while they are not there the scopes are shown all the same.
void ScopesPanel::showState()
{
    const int all = m_list.total();
    const int found = m_list.rowCount();
    m_count->setText(found == all ? tr("%Ln scope(s)", nullptr, all)
                                  : tr("%1 of %Ln scope(s)", nullptr, all).arg(QLocale().toString(found)));
    if (m_catalogue.hasValue() && found == 0) {
        if (all > 0)
            m_states->empty()->set(Icon::Search, tr("No scope matches"),
                                   tr("Remove a word from the search, or show all scopes."));
        else
            m_states->empty()->set(
                Icon::Scopes, tr("No scope yet"),
                tr("Scopes come with the description of an API. Import one in the catalogue."));
        m_states->showEmpty();
    } else if (m_catalogue.hasValue() && !m_figures.hasValue() && m_figures.error()) {
        showLoadState(*m_states, m_figures, tr("Who holds and uses the scopes could not be loaded."));
    } else {
        showLoadState(*m_states, m_catalogue, tr("The scopes could not be loaded."));
    }
    showChosen();
    Q_EMIT statusChanged();
}

/// Once the table has gone back to the row that was chosen before, which it does a turn after new rows.
void ScopesPanel::takeWanted()
{
    if (!m_wanted.isEmpty() && m_table->selectKey(m_wanted))
        m_wanted.clear();
    showChosen();
}

void ScopesPanel::showChosen()
{
    const QModelIndex at = m_table->currentIndex();
    const bool isThere = at.isValid() && at.row() < m_list.rowCount();
    m_detail->setVisible(isThere);
    const QString before = std::exchange(m_shown, isThere ? m_list.scopeAt(at.row()).name : QString());
    if (isThere) {
        const Scope &scope = m_list.scopeAt(at.row());
        m_detail->showScope(scope, m_list.apiName(scope.apiId));
    }
    if (before != m_shown)
        Q_EMIT chosenChanged();
}

void ScopesPanel::refresh()
{
    m_catalogue.refresh();
    m_figures.refresh();
    if (!m_shown.isEmpty())
        m_detail->refresh();
}

void ScopesPanel::focusContent()
{
    m_states->focusInContent(m_table);
}

void ScopesPanel::exportHolders()
{
    m_detail->exportHolders();
}

} // namespace pc::views
