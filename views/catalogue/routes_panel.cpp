// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/routes_panel.h"

#include "models/base/item_roles.h"
#include "views/catalogue/catalogue_delegates.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/seams/scopes_places.h"
#include "views/shell/navigator.h"
#include "views/style/space.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/label.h"
#include "views/widgets/search_line.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/words/load_view.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QShortcut>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::RouteListModel;

RoutesPanel::RoutesPanel(const ViewContext &context, models::CatalogueModel &catalogue, QWidget *parent)
    : QWidget(parent), m_context(context), m_catalogue(catalogue), m_routes(catalogue)
{
    buildUi();
    wire();
    showState();
}

RoutesPanel::~RoutesPanel()
{
    delete m_states; // before the model that it shows
}

void RoutesPanel::buildUi()
{
    setObjectName(u"routesPanel"_s);
    m_filter = makeSearchLine(u"routeFilter"_s, tr("Path, method, scope or what it does"),
                              tr("Search the routes"), Icon::Search);
    m_count = new Label({}, TypeRole::Small, Tone::Muted);
    m_count->setObjectName(u"routeCount"_s);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::pageMargin, space::s, space::pageMargin, space::s);
    row->setSpacing(space::m);
    row->addWidget(m_filter, 1);
    row->addWidget(m_count);
    m_table = new PcTableView;
    m_table->setObjectName(u"routesTable"_s);
    m_table->setAccessibleName(tr("Routes"));
    m_table->setDensity(Density::Dense);
    m_table->setKeyRole(models::IdRole);
    m_table->setModel(&m_routes);
    m_table->setItemDelegate(new RouteDelegate(m_table));
    m_table->setColumns({{RouteListModel::MethodColumn, 76, 0, 0},
                         {RouteListModel::PathColumn, 220, 5, 0},
                         {RouteListModel::ScopeColumn, 140, 3, 1},
                         {RouteListModel::TitleColumn, 160, 4, 2}});
    m_states = new StateStack(m_table, Skeleton::Shape::Table);
    m_states->setMinimumHeight(space::header + 2 * space::rowNormal); // or a small window would grow for it
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_states, 1);
}

void RoutesPanel::wire()
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(120);
    connect(&m_typing, &QTimer::timeout, this, [this] { m_routes.setFilter(m_filter->text()); });
    connect(m_filter, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        m_typing.stop();
        m_routes.setFilter(m_filter->text());
        focusContent();
    });
    connect(&m_routes, &RouteListModel::rowsReplaced, this, &RoutesPanel::showState);
    connect(&m_catalogue, &models::ObjectModel::stateChanged, this, &RoutesPanel::showState);
    connect(m_states, &StateStack::retryRequested, &m_catalogue, &models::ObjectModel::refresh);
    connect(m_states, &StateStack::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    connect(m_table, &PcTableView::copyRequested, this,
            [this](const QString &tsv, const QString &html) { m_context.clipboard.setText(tsv, html); });
    m_table->setContextMenuHook([this](QMenu *menu, const QModelIndex &index) {
        const auto copy = [this, menu](const QString &text, const QString &value) {
            connect(menu->addAction(icon(Icon::Copy), text), &QAction::triggered, this,
                    [this, value] { m_context.clipboard.setText(value); });
        };
        copy(tr("Copy value"), index.data(Qt::DisplayRole).toString());
        copy(tr("Copy route ID"), m_routes.routeAt(index.row()).id);
        const QStringList scopes =
            index.siblingAtColumn(RouteListModel::ScopeColumn).data(models::ValueRole).toStringList();
        for (const QString &scope : scopes)
            connect(menu->addAction(icon(Icon::Scopes), tr("Who holds %1", "scope").arg(scope)),
                    &QAction::triggered, this, [this, scope] { openScope(scope); });
    });
    connect(m_table, &PcTableView::openRequested, this, [this](const QModelIndex &index) {
        const QStringList scopes =
            index.siblingAtColumn(RouteListModel::ScopeColumn).data(models::ValueRole).toStringList();
        if (!scopes.isEmpty())
            openScope(scopes.constFirst());
    });
    auto *slash = new QShortcut(QKeySequence(Qt::Key_Slash), m_table);
    slash->setContext(Qt::WidgetWithChildrenShortcut);
    connect(slash, &QShortcut::activated, this, &RoutesPanel::focusFilter);
}

void RoutesPanel::openScope(const QString &scope)
{
    m_context.navigator.navigate(places::scopesPage(places::scopesTab, scope));
}

void RoutesPanel::setApi(const QString &apiId)
{
    if (apiId == m_routes.apiId())
        return;
    m_filter->clear();
    m_typing.stop();
    m_routes.setFilter({});
    m_routes.setApi(apiId);
    m_table->startAtTop();
    m_catalogue.ensureLoaded();
    showState();
}

void RoutesPanel::showState()
{
    const int all = m_routes.total();
    const int found = m_routes.rowCount();
    m_count->setText(found == all ? tr("%Ln route(s)", nullptr, all)
                                  : tr("%1 of %Ln route(s)", nullptr, all).arg(QLocale().toString(found)));
    if (m_catalogue.hasValue() && found == 0 && all > 0)
        m_states->empty()->set(Icon::Search, tr("No route matches"), tr("Remove a word from the search."));
    else
        m_states->empty()->set(Icon::Catalogue, tr("It has no routes yet"),
                               tr("Import the description of the API; every call is refused until then."));
    if (m_catalogue.hasValue() && m_catalogue.state() == models::LoadState::Ready && found == 0)
        m_states->showEmpty();
    else
        showLoadState(*m_states, m_catalogue, tr("The routes could not be loaded."));
    Q_EMIT statusChanged();
}

void RoutesPanel::focusContent()
{
    m_states->focusInContent(m_table);
}

void RoutesPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

} // namespace pc::views
