// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/catalogue_page.h"

#include "models/access/catalogue_model.h"
#include "models/base/item_roles.h"
#include "models/catalogue/api_list_model.h"
#include "models/observing/observation_list_model.h"
#include "views/catalogue/api_detail.h"
#include "views/catalogue/catalogue_acts.h"
#include "views/catalogue/catalogue_delegates.h"
#include "views/catalogue/version_acts.h"
#include "views/commands/command_registry.h"
#include "views/seams/catalogue_places.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/page_head.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/words/load_view.h"
#include "views/words/observation_words.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::ApiListModel;

CataloguePage::CataloguePage(const ViewContext &context, const CatalogueDeps &deps, QWidget *parent)
    : Page(parent), m_context(context), m_deps(deps)
{
    buildUi();
    wire();
    showState();
}

CataloguePage::~CataloguePage()
{
    m_deps.acts.choose({}, {});
    m_deps.acts.versions().choose({});
}

QString CataloguePage::title() const
{
    return tr("Catalogue");
}

void CataloguePage::buildUi()
{
    setObjectName(u"cataloguePage"_s);
    m_head = new PageHead(title());
    m_add = makeButton(u"addApiButton"_s, tr("Add API…"), Icon::Plus);
    m_import = makeButton(u"importDescriptionButton"_s, tr("Import description…"), Icon::Upload,
                          ButtonKind::Primary);
    m_head->addWidget(m_add);
    m_head->addWidget(m_import);

    m_table = new PcTableView;
    m_table->setObjectName(u"apisTable"_s);
    m_table->setAccessibleName(tr("APIs"));
    m_table->setKeyRole(models::IdRole);
    m_table->setMinimumHeight(space::header + 2 * space::rowNormal);
    showRows(*m_table, m_deps.apis);
    m_table->setItemDelegate(new ApiDelegate(m_context.ticker, m_table));
    m_table->setColumns({{ApiListModel::NameColumn, 130, 2, 0},
                         {ApiListModel::AddressColumn, 170, 3, 0},
                         {ApiListModel::AudienceColumn, 150, 2, 4},
                         {ApiListModel::RoutesColumn, 84, 0, 1},
                         {ApiListModel::ScopesColumn, 84, 0, 3},
                         {ApiListModel::DescriptionColumn, 150, 2, 2},
                         {ApiListModel::ChangedColumn, 110, 1, 2}});
    m_detail = new ApiDetail(m_context, m_deps.catalogue);
    m_splitter = new QSplitter(Qt::Vertical);
    m_splitter->setObjectName(u"catalogueSplitter"_s);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({space::header + 3 * space::rowNormal, 600});

    m_states = new StateStack(m_splitter, Skeleton::Shape::Table);
    m_states->empty()->set(
        Icon::Catalogue, tr("No API yet"),
        tr("Import the description of an API: the platform then knows its routes, and refuses "
           "every other call."));
    auto *first =
        m_states->empty()->addButton(u"importFirstButton"_s, tr("Import description…"), Icon::Upload);
    connect(first, &QPushButton::clicked, this, [this] { m_context.commands.run(CatalogueActs::import()); });
    connect(&m_context.commands, &CommandRegistry::refreshed, first, [this, first] {
        setDisabledReason(first, m_context.commands.state(CatalogueActs::import()).reason);
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_head);
    column->addWidget(m_states, 1);
}

void CataloguePage::wire()
{
    connect(&m_deps.apis, &models::PagedModel::stateChanged, this, &CataloguePage::showState);
    connect(&m_deps.apis, &QAbstractItemModel::dataChanged, this, &CataloguePage::showChosen);
    // The table makes the first row the current one without a word, once rows are there.
    connect(&m_deps.apis, &QAbstractItemModel::rowsInserted, this, &CataloguePage::showChosen,
            Qt::QueuedConnection);
    connect(m_states, &StateStack::retryRequested, &m_deps.apis, &models::PagedModel::retry);
    connect(m_states, &StateStack::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    connect(m_table, &PcTableView::currentRowChanged, this, &CataloguePage::showChosen);
    connect(m_table, &PcTableView::openRequested, m_detail, &ApiDetail::focusContent);
    auto *slash = new QShortcut(QKeySequence(Qt::Key_Slash), m_table);
    slash->setContext(Qt::WidgetWithChildrenShortcut);
    connect(slash, &QShortcut::activated, m_detail, &ApiDetail::focusFilter);
    connect(m_table, &PcTableView::copyRequested, this,
            [this](const QString &tsv, const QString &html) { m_context.clipboard.setText(tsv, html); });
    m_table->setContextMenuHook([this](QMenu *menu, const QModelIndex &) {
        m_context.commands.fillMenu(menu, {CatalogueActs::import(), CatalogueActs::edit(), observeCommand(),
                                           QString(), CatalogueActs::remove()});
    });
    connect(m_add, &QPushButton::clicked, this, [this] { m_context.commands.run(CatalogueActs::add()); });
    connect(m_import, &QPushButton::clicked, this,
            [this] { m_context.commands.run(CatalogueActs::import()); });
    const auto showButtons = [this] {
        setDisabledReason(m_add, m_context.commands.state(CatalogueActs::add()).reason);
        setDisabledReason(m_import, m_context.commands.state(CatalogueActs::import()).reason);
    };
    connect(&m_context.commands, &CommandRegistry::refreshed, this, showButtons);
    showButtons();
    if (m_deps.observations) {
        connect(m_deps.observations, &models::PagedModel::stateChanged, this, &CataloguePage::showObserved);
        connect(m_detail, &ApiDetail::observedRequested, this, [this] {
            if (const auto observed = m_deps.observations->over(ObservationKind::Api, m_shown))
                Q_EMIT navigate(places::observationPage(observed->observation.id));
        });
    }
    connect(m_detail, &ApiDetail::chosenChanged, this, &CataloguePage::offer);
    connect(m_detail, &ApiDetail::tabChanged, this, [this] {
        if (!m_shown.isEmpty())
            Q_EMIT locationChanged(places::cataloguePage(m_shown, m_detail->tab()));
    });
    connect(&m_deps.acts, &CatalogueActs::apiWanted, this, [this](const QString &apiId, const QString &tab) {
        if (isVisible())
            showPlace(apiId, tab);
    });
    connect(&m_deps.acts.versions(), &VersionActs::changed, m_detail, &ApiDetail::refreshVersions);
    connect(&m_deps.acts.versions(), &VersionActs::added, m_detail, &ApiDetail::chooseVersion);
    connect(&m_context.ticker, &TimeTicker::tick, this, &CataloguePage::statusChanged);
}

void CataloguePage::open(const Location &location)
{
    showPlace(location.arg(0), location.arg(1));
    m_deps.apis.ensureLoaded();
    m_deps.catalogue.ensureLoaded();
}

void CataloguePage::showPlace(const QString &apiId, const QString &tab)
{
    if (!tab.isEmpty())
        m_detail->showTab(tab);
    if (!apiId.isEmpty())
        m_wanted = m_table->selectKey(apiId) ? QString() : apiId;
    showChosen();
}

void CataloguePage::showState()
{
    showLoadState(*m_states, m_deps.apis, tr("The APIs could not be loaded."));
    const QString count = countText(m_deps.apis);
    m_head->setCount(count.isEmpty() ? QString()
                                     : tr("%1 API(s)", nullptr, countForPlural(m_deps.apis)).arg(count));
    showChosen();
    Q_EMIT statusChanged();
}

void CataloguePage::showChosen()
{
    if (!m_wanted.isEmpty() && m_table->selectKey(m_wanted))
        m_wanted.clear();
    const QModelIndex at = m_table->currentIndex();
    const Api *api = at.isValid() ? m_deps.apis.api(at.data(models::IdRole).toString()) : nullptr;
    m_detail->setVisible(api != nullptr);
    const QString before = std::exchange(m_shown, api ? api->id : QString());
    if (api)
        m_detail->showApi(*api);
    showObserved();
    if (api && before != m_shown)
        Q_EMIT locationChanged(places::cataloguePage(m_shown, m_detail->tab()));
    offer();
}

void CataloguePage::showObserved()
{
    if (!m_deps.observations)
        return;
    const auto observed = m_deps.observations->over(ObservationKind::Api, m_shown);
    m_detail->setObserved(observed ? observedMarkText(*observed) : QString());
}

/// What the commands are about, while this page is the one on show.
void CataloguePage::offer()
{
    if (!isVisible())
        return;
    m_deps.acts.choose(m_shown, m_detail->chosenRevision());
    m_deps.acts.versions().choose(m_shown.isEmpty() ? VersionActs::Chosen() : m_detail->chosenVersion());
}

void CataloguePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    offer();
}

void CataloguePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (event->spontaneous())
        return;
    m_deps.acts.choose({}, {});
    m_deps.acts.versions().choose({});
}

StatusText CataloguePage::statusText() const
{
    StatusText text;
    if (const QString count = countText(m_deps.apis); !count.isEmpty())
        text.counts = tr("%1 API(s)", nullptr, countForPlural(m_deps.apis)).arg(count);
    text.freshness = freshnessText(m_deps.apis.loadedAt(), m_context.ticker);
    for (const QString &hint : {tr("Enter routes"), tr("/ search")})
        text.hints.append({hint, m_table});
    return text;
}

QVariantMap CataloguePage::saveState() const
{
    return {{u"current"_s, m_table->currentKey()}, {u"tab"_s, m_detail->tab()}};
}

void CataloguePage::restoreState(const QVariantMap &state)
{
    if (!state.isEmpty())
        showPlace(state.value(u"current"_s).toString(), state.value(u"tab"_s).toString());
}

void CataloguePage::refresh()
{
    m_deps.apis.refresh();
    m_detail->refresh();
}

void CataloguePage::focusContent()
{
    m_states->focusInContent(m_table);
}

QStringList CataloguePage::contextCommands() const
{
    return m_detail->tab() == "versions"_L1
               ? VersionActs::contextCommands() + CatalogueActs::contextCommands()
               : CatalogueActs::contextCommands();
}

} // namespace pc::views
