// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partners/partners_page.h"

#include "contract/rules/expiring.h"
#include "models/session/connection.h"
#include "views/commands/command_registry.h"
#include "views/partners/partner_delegate.h"
#include "views/partners/partner_filter_bar.h"
#include "views/partners/partner_peek.h"
#include "views/partners/partners_commands.h"
#include "views/seams/clipboard.h"
#include "views/seams/partner_places.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/card.h"
#include "views/widgets/columns_menu.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/label.h"
#include "views/widgets/page_head.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/surface.h"
#include "views/widgets/table_view.h"
#include "views/widgets/toast.h"
#include "views/widgets/underline_tabs.h"
#include "views/words/load_view.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::PartnerListModel;

namespace {

const QStringList tabIds{u"all"_s, u"action"_s, u"onboarding"_s, u"expiring"_s, u"mine"_s};

} // namespace

PartnersPage::PartnersPage(const ViewContext &context, const PartnerDeps &deps, QWidget *parent)
    : Page(parent), m_context(context), m_deps(deps),
      m_model(context.connection.partners(), context.connection.feed()),
      m_counts(context.connection.partners(), context.connection.feed())
{
    setObjectName(u"partnersPage"_s);
    buildUi();
    wire();
    addPartnersCommands(
        context, m_bar, [this](const QString &partnerId) { openPartner(partnerId); }, this);
}

PartnersPage::~PartnersPage() = default;

void PartnersPage::buildUi()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    m_tabs = new UnderlineTabs;
    m_tabs->setObjectName(u"partnerTabs"_s);
    m_tabs->setAccessibleName(tr("Views of the partner list"));
    m_tabs->addTab(tabIds[0], tr("All"));
    m_tabs->addTab(tabIds[1], tr("Needs action"), UnderlineTabs::Counted::Yes);
    m_tabs->addTab(tabIds[2], tr("Onboarding"), UnderlineTabs::Counted::Yes);
    m_tabs->addTab(tabIds[3], tr("Expiring ≤ %n day(s)", nullptr, rules::expiringSoonDays),
                   UnderlineTabs::Counted::Yes);
    m_tabs->addTab(tabIds[4], tr("My partners"), UnderlineTabs::Counted::Yes);
    auto *tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(space::m, 0, space::m, 0);
    tabRow->addWidget(m_tabs, 1);
    layout->addLayout(tabRow);
    layout->addWidget(new Separator);
    m_bar = new PartnerFilterBar;
    layout->addWidget(m_bar);
    layout->addWidget(new Separator);
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(buildTable());
    m_peek = new PartnerPeek(m_context, m_deps);
    m_splitter->addWidget(m_peek);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({900, space::peek});
    m_peek->hide();
    layout->addWidget(m_splitter, 1);
}

QWidget *PartnersPage::buildHeader()
{
    auto *header = new QWidget;
    auto *layout = new PageHead(tr("Partners"));
    header->setLayout(layout);
    m_count = layout->countLabel();
    m_count->setObjectName(u"partnerCount"_s);
    m_import = makeButton(u"partnersImport"_s, tr("Import…"), Icon::Upload, ButtonKind::Normal, header);
    m_import->setToolTip(tr("Partners and contacts from a CSV or JSON file"));
    layout->addWidget(m_import);
    m_export = makeButton(u"partnersExport"_s, tr("Export"), Icon::Download, ButtonKind::Normal, header);
    m_export->setToolTip(tr("Save the loaded rows as CSV"));
    layout->addWidget(m_export);
    m_new = makeButton(u"partnersNew"_s, tr("New partner"), Icon::Plus, ButtonKind::Primary, header);
    layout->addWidget(m_new);
    return header;
}

QWidget *PartnersPage::buildTable()
{
    m_table = new PcTableView;
    m_table->setObjectName(u"partnerTable"_s);
    m_table->setAccessibleName(tr("Partners"));
    showRows(*m_table, m_model);
    m_table->setItemDelegate(new PartnerDelegate(m_context.ticker, m_table));
    m_table->setKeyRole(models::IdRole);
    m_table->setColumns({{PartnerListModel::PartnerColumn, 200, 4, 0},
                         {PartnerListModel::StageColumn, 136, 0, 0},
                         {PartnerListModel::HealthColumn, 128, 0, 1},
                         {PartnerListModel::CredentialsColumn, 160, 0, 3},
                         {PartnerListModel::QuotaColumn, 164, 0, 2},
                         {PartnerListModel::TrafficColumn, 176, 0, 5},
                         {PartnerListModel::ErrorsColumn, 84, 0, 4},
                         {PartnerListModel::OwnerColumn, 110, 1, 6},
                         {PartnerListModel::LastActivityColumn, 118, 0, 7}});
    m_table->horizontalHeader()->setSectionsClickable(true);
    m_table->horizontalHeader()->setSortIndicator(PartnerListModel::PartnerColumn, Qt::AscendingOrder);
    m_states = new StateStack(m_table, Skeleton::Shape::Table);
    m_states->empty()->set(
        Icon::Partners, tr("No partners yet"),
        tr("Partners are the businesses that call the platform by code. The first one is made in a "
           "few steps."));
    return m_states;
}

void PartnersPage::wire()
{
    connect(&m_model, &PartnerListModel::stateChanged, this, &PartnersPage::showState);
    connect(&m_counts, &models::PartnerCountsModel::changed, this, &PartnersPage::showCounts);
    connect(m_tabs, &UnderlineTabs::currentIdChanged, this, [this](const QString &id) {
        if (m_filter.tab == id)
            return;
        m_filter.tab = id;
        m_bar->setFilter(m_filter);
        applyFilter();
    });
    connect(m_bar, &PartnerFilterBar::filterChanged, this, [this] {
        m_filter = m_bar->filter();
        applyFilter();
    });
    connect(m_bar, &PartnerFilterBar::leaveToRows, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_bar->columnsButton(), &QToolButton::clicked, this, &PartnersPage::showColumnMenu);
    connect(m_table, &PcTableView::squeezedColumnsChanged, this, [this](int count) {
        m_bar->columnsButton()->setToolTip(
            count > 0 ? tr("Columns (%n hidden for lack of room)", nullptr, count) : tr("Columns"));
    });
    connect(m_table, &PcTableView::openRequested, this,
            [this](const QModelIndex &index) { openPartner(index.data(models::IdRole).toString()); });
    connect(m_table, &PcTableView::peekRequested, this,
            [this](const QModelIndex &) { setPeekOpen(!isPeekOpen()); });
    connect(m_table, &PcTableView::currentRowChanged, this, [this](const QModelIndex &index) {
        if (isPeekOpen())
            m_peek->setPartnerId(index.data(models::IdRole).toString());
        m_context.commands.refresh();
        Q_EMIT statusChanged();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { Q_EMIT statusChanged(); });
    connect(m_table, &PcTableView::copyRequested, this,
            [this](const QString &tsv, const QString &html) { m_context.clipboard.setText(tsv, html); });
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        if (!PartnerListModel::canSort(column))
            return;
        auto *header = m_table->horizontalHeader();
        const bool again = header->isSortIndicatorShown() && header->sortIndicatorSection() == column;
        const Qt::SortOrder order = again && header->sortIndicatorOrder() == Qt::AscendingOrder
                                        ? Qt::DescendingOrder
                                        : Qt::AscendingOrder;
        header->setSortIndicatorShown(true);
        header->setSortIndicator(column, order);
        m_model.sort(column, order);
    });
    connect(m_states, &StateStack::retryRequested, this, [this] { m_model.retry(); });
    connect(m_states, &StateStack::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    connect(m_peek, &PartnerPeek::openRequested, this, &PartnersPage::openPartner);
    connect(m_peek, &PartnerPeek::issueRequested, this, [this](const QString &id) {
        Location place = places::partnerPage(id, u"credentials"_s);
        place.query.insert(u"do"_s, u"issue"_s);
        Q_EMIT navigate(place);
    });
    connect(m_peek, &PartnerPeek::closeRequested, this, [this] { setPeekOpen(false); });
    connect(m_export, &QPushButton::clicked, this, [this] { m_context.commands.run(u"partners.export"_s); });
    connect(m_import, &QPushButton::clicked, this, [this] { m_context.commands.run(u"import.partners"_s); });
    connect(m_new, &QPushButton::clicked, this, [this] { m_context.commands.run(u"partner.new"_s); });
    connect(&m_context.commands, &CommandRegistry::refreshed, this, [this] {
        setDisabledReason(m_new, m_context.commands.state(u"partner.new"_s).reason);
        setDisabledReason(m_import, m_context.commands.state(u"import.partners"_s).reason);
        setDisabledReason(m_export, m_context.commands.state(u"partners.export"_s).reason);
    });
    connect(&m_context.ticker, &TimeTicker::tick, this, [this] {
        m_table->viewport()->update();
        Q_EMIT statusChanged();
    });
    connect(&m_context.connection, &models::Connection::statusChanged, this, &PartnersPage::showState);
    connect(&m_context.connection, &models::Connection::sessionChanged, this, [this] {
        if (m_asked)
            applyFilter();
    });
    connect(&m_context.toasts, &ToastHost::occupiedHeightChanged, m_table, &PcTableView::setBottomRoom);
}

void PartnersPage::openPartner(const QString &partnerId, const QString &tab)
{
    if (!partnerId.isEmpty())
        Q_EMIT navigate(places::partnerPage(partnerId, tab));
}

QStringList PartnersPage::contextCommands() const
{
    return partnersContextCommands();
}

QString PartnersPage::title() const
{
    return tr("Partners");
}

QString PartnersPage::account() const
{
    return m_context.connection.session() ? m_context.connection.session()->account : QString();
}

QString PartnersPage::currentId() const
{
    return m_table->currentKey().toString();
}

StatusText PartnersPage::statusText() const
{
    StatusText status;
    const QLocale locale;
    const QString shown = locale.toString(m_model.rowCount());
    if (const QString count = countText(m_model); !count.isEmpty())
        status.counts = tr("%1 of %2 partner(s)", nullptr, countForPlural(m_model)).arg(shown, count);
    if (const int filters = m_filter.activeCount(); filters > 0)
        status.counts +=
            (status.counts.isEmpty() ? QString() : u" · "_s) + tr("%n filter(s)", nullptr, filters);
    if (const auto selected = m_table->selectedRowNumbers().size(); selected > 0)
        status.selection = tr("%n selected", nullptr, static_cast<int>(selected));
    status.freshness = freshnessText(m_model.loadedAt(), m_context.ticker);
    for (const QString &hint : {tr("Space peek"), tr("Enter open"), tr("/ filter")})
        status.hints.append({hint, m_table});
    return status;
}

void PartnersPage::open(const Location &location)
{
    const PartnerFilter wanted = filterFromPlace(location.query);
    if (m_asked && wanted == m_filter)
        return;
    m_filter = wanted;
    m_tabs->setCurrentId(m_filter.tab);
    m_bar->setFilter(m_filter);
    applyFilter();
}

void PartnersPage::applyFilter()
{
    m_asked = true;
    PartnerQuery query = queryOf(m_filter, account());
    query.sort = m_model.query().sort;
    m_model.setQuery(query);
    QList<PartnerQuery> counted;
    for (const QString &tab : tabIds) {
        PartnerFilter filter;
        filter.tab = tab;
        counted.append(queryOf(filter, account()));
    }
    m_counts.setQueries(counted);
    EmptyState *empty = m_states->empty();
    if (m_filter.activeCount() == 0 && m_filter.tab == tabIds[1])
        empty->set(Icon::CheckCircle, tr("Nothing needs action"),
                   tr("No partner has errors or throttled calls now."));
    else if (m_filter.activeCount() > 0 || m_filter.tab != tabIds[0])
        empty->set(Icon::Search, tr("No partner matches"),
                   m_filter.tab == tabIds[0]    ? tr("Take a filter away.")
                   : m_filter.activeCount() > 0 ? tr("Take a filter away, or look in the view All.")
                                                : tr("Look in the view All."));
    else
        empty->set(Icon::Partners, tr("No partners yet"),
                   tr("Partners are the businesses that call the platform by code. The first one is made in "
                      "a few steps."));
    Q_EMIT locationChanged(Location{{}, places::partners, {}, toPlace(m_filter)});
    Q_EMIT statusChanged();
}

void PartnersPage::showState()
{
    showLoadState(*m_states, m_model, tr("The partners could not be loaded."));
    if (m_model.rowCount() > 0 && !m_wantedKey.isEmpty() && m_table->selectKey(m_wantedKey))
        m_wantedKey.clear();
    if (m_model.rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->selectionModel()->setCurrentIndex(m_model.index(0, 0), QItemSelectionModel::NoUpdate);
    m_context.commands.refresh();
    Q_EMIT statusChanged();
}

void PartnersPage::showCounts()
{
    const QLocale locale;
    m_count->setText(m_counts.count(0) ? locale.toString(*m_counts.count(0)) : QString());
    for (int i = 1; i < tabIds.size(); ++i)
        m_tabs->setCount(i, m_counts.count(i) ? static_cast<int>(*m_counts.count(i)) : -1);
}

void PartnersPage::showColumnMenu()
{
    openColumnsMenu(*m_table, *m_bar->columnsButton());
}

void PartnersPage::setPeekOpen(bool open)
{
    const bool hadFocus = m_peek->isAncestorOf(window()->focusWidget()); // hiding gives it to anybody
    m_peek->setVisible(open);
    if (open)
        m_peek->setPartnerId(currentId());
    else if (hadFocus)
        m_states->focusInContent(m_table);
}

bool PartnersPage::isPeekOpen() const
{
    return !m_peek->isHidden();
}

QVariantMap PartnersPage::saveState() const
{
    return {{u"row"_s, currentId()}, {u"peek"_s, isPeekOpen()}, {u"splitter"_s, m_splitter->saveState()}};
}

void PartnersPage::restoreState(const QVariantMap &state)
{
    if (state.isEmpty())
        return;
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_wantedKey = state.value(u"row"_s).toString();
    if (m_table->selectKey(m_wantedKey))
        m_wantedKey.clear();
    setPeekOpen(state.value(u"peek"_s).toBool());
}

void PartnersPage::refresh()
{
    m_model.refresh();
    m_counts.refresh();
    if (isPeekOpen())
        m_peek->refresh();
}

void PartnersPage::focusContent()
{
    m_states->focusInContent(m_table);
}

bool PartnersPage::closeLayer()
{
    const bool open = isPeekOpen();
    setPeekOpen(false);
    return open;
}

void PartnersPage::paintEvent(QPaintEvent *)
{
    paintSurface(this);
}

} // namespace pc::views
