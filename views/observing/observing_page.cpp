// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/observing/observing_page.h"

#include "models/base/item_roles.h"
#include "models/observing/observation_list_model.h"
#include "views/commands/command_registry.h"
#include "views/observing/observing_acts.h"
#include "views/observing/observing_delegates.h"
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
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::ObservationListModel;

namespace {

constexpr int roomForReport = 860; // below that the title needs it, and Enter opens the report as well

} // namespace

ObservingPage::ObservingPage(const ViewContext &context, const ObservingDeps &deps, QWidget *parent)
    : Page(parent), m_context(context), m_deps(deps)
{
    buildUi();
    wire();
    showState();
}

ObservingPage::~ObservingPage()
{
    m_deps.acts.choose({});
}

QString ObservingPage::title() const
{
    return tr("Observing");
}

void ObservingPage::buildUi()
{
    setObjectName(u"observingPage"_s);
    m_head = new PageHead(title());
    m_report = makeButton(u"observingReport"_s, tr("What would be refused"), Icon::Usage);
    m_extend = makeButton(u"observingExtend"_s, tr("Another end…"), Icon::Calendar);
    m_enforce = makeButton(u"observingEnforce"_s, tr("Enforce…"), Icon::Lock, ButtonKind::DangerOutline);
    m_again = makeButton(u"observingAgain"_s, tr("Back to observing…"), Icon::Undo);
    m_begin = makeButton(u"observingBegin"_s, tr("Observe…"), Icon::Eye, ButtonKind::Primary);
    for (QPushButton *each : {m_report, m_extend, m_enforce, m_again, m_begin})
        m_head->addWidget(each);

    m_table = new PcTableView;
    m_table->setObjectName(u"observationsTable"_s);
    m_table->setAccessibleName(tr("What is observed"));
    m_table->setKeyRole(models::IdRole);
    showRows(*m_table, m_deps.observations);
    m_table->setItemDelegate(new ObservationDelegate(m_context.ticker, m_table));
    m_table->setColumns({{ObservationListModel::TargetColumn, 190, 3, 0},
                         {ObservationListModel::KindColumn, 100, 1, 4},
                         {ObservationListModel::UntilColumn, 150, 1, 0},
                         {ObservationListModel::DayColumn, 120, 0, 1},
                         {ObservationListModel::RefusedColumn, 110, 0, 2},
                         {ObservationListModel::ByColumn, 100, 1, 3},
                         {ObservationListModel::ReasonColumn, 150, 2, 2}});
    m_states = new StateStack(m_table, Skeleton::Shape::Table);
    m_states->empty()->set(
        Icon::Eye, tr("Nothing is observed"),
        tr("What would be refused is refused. Before an API with callers moves here, observe it: calls are "
           "decided, recorded and reported, and pass, until a day that you set."));
    auto *first = m_states->empty()->addButton(u"observeFirstButton"_s, tr("Observe…"), Icon::Eye);
    connect(first, &QPushButton::clicked, this, [this] { m_context.commands.run(ObservingActs::begin()); });
    connect(&m_context.commands, &CommandRegistry::refreshed, first, [this, first] {
        setDisabledReason(first, m_context.commands.state(ObservingActs::begin()).reason);
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_head);
    column->addWidget(m_states, 1);
}

void ObservingPage::wire()
{
    connect(&m_deps.observations, &models::PagedModel::stateChanged, this, &ObservingPage::showState);
    connect(&m_deps.observations, &QAbstractItemModel::dataChanged, this, &ObservingPage::offer);
    // The table makes the first row the current one without a word, once rows are there.
    connect(&m_deps.observations, &QAbstractItemModel::rowsInserted, this, &ObservingPage::offer,
            Qt::QueuedConnection);
    connect(m_states, &StateStack::retryRequested, &m_deps.observations, &models::PagedModel::retry);
    connect(m_states, &StateStack::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    connect(m_table, &PcTableView::currentRowChanged, this, &ObservingPage::offer);
    connect(m_table, &PcTableView::openRequested, this, &ObservingPage::openChosen);
    connect(m_table, &PcTableView::copyRequested, this,
            [this](const QString &tsv, const QString &html) { m_context.clipboard.setText(tsv, html); });
    m_table->setContextMenuHook([this](QMenu *menu, const QModelIndex &) {
        m_context.commands.fillMenu(menu, ObservingActs::contextCommands());
    });
    const auto runs = [this](QPushButton *button, const QString &command) {
        connect(button, &QPushButton::clicked, this, [this, command] { m_context.commands.run(command); });
    };
    runs(m_begin, ObservingActs::begin());
    runs(m_report, ObservingActs::report());
    runs(m_extend, ObservingActs::extend());
    runs(m_enforce, ObservingActs::enforce());
    runs(m_again, ObservingActs::again());
    connect(&m_context.commands, &CommandRegistry::refreshed, this, &ObservingPage::showButtons);
    connect(&m_context.ticker, &TimeTicker::tick, this, &ObservingPage::statusChanged);
    showButtons();
}

void ObservingPage::showButtons()
{
    const CommandRegistry &commands = m_context.commands;
    setDisabledReason(m_begin, commands.state(ObservingActs::begin()).reason);
    setDisabledReason(m_report, commands.state(ObservingActs::report()).reason);
    setDisabledReason(m_extend, commands.state(ObservingActs::extend()).reason);
    setDisabledReason(m_enforce, commands.state(ObservingActs::enforce()).reason);
    setDisabledReason(m_again, commands.state(ObservingActs::again()).reason);
    const auto &chosen = m_deps.acts.chosen();
    const bool over = chosen && ObservationListModel::isOver(chosen->observation, m_context.ticker.now());
    m_extend->setVisible(!over);
    m_enforce->setVisible(!over);
    m_again->setVisible(over);
    const bool rows = m_deps.observations.rowCount() > 0;
    m_report->setVisible(rows && width() >= roomForReport);
    if (!rows) {
        m_extend->hide();
        m_enforce->hide();
    }
}

void ObservingPage::open(const Location &)
{
    m_deps.observations.ensureLoaded();
    if (m_deps.observations.isAnswer() && !m_deps.observations.isBusy())
        m_deps.observations.refresh(); // its figures are as of then
}

void ObservingPage::showState()
{
    showLoadState(*m_states, m_deps.observations, tr("What is observed could not be loaded."));
    const auto observed = static_cast<int>(m_deps.observations.inForce().size());
    m_head->setCount(m_deps.observations.isAnswer() ? tr("%Ln in force", "observations", observed)
                                                    : QString());
    offer();
    showButtons();
    Q_EMIT statusChanged();
}

/// What the commands are about, while this page is the one on show.
void ObservingPage::offer()
{
    if (!m_wanted.isEmpty() && m_table->selectKey(m_wanted))
        m_wanted.clear();
    if (!isVisible())
        return;
    const QModelIndex at = m_table->currentIndex();
    const ObservationSummary *observed =
        at.isValid() ? m_deps.observations.observation(at.data(models::IdRole).toString()) : nullptr;
    m_deps.acts.choose(observed ? std::optional(*observed) : std::nullopt);
}

void ObservingPage::openChosen()
{
    const QModelIndex at = m_table->currentIndex();
    if (at.isValid())
        Q_EMIT navigate(places::observationPage(at.data(models::IdRole).toString()));
}

void ObservingPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    offer();
}

void ObservingPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    showButtons();
}

void ObservingPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (!event->spontaneous())
        m_deps.acts.choose({});
}

StatusText ObservingPage::statusText() const
{
    StatusText text;
    if (m_deps.observations.isAnswer())
        text.counts =
            tr("%Ln in force", "observations", static_cast<int>(m_deps.observations.inForce().size()));
    text.freshness = freshnessText(m_deps.observations.loadedAt(), m_context.ticker);
    text.hints.append({tr("Enter what would be refused"), m_table});
    return text;
}

QVariantMap ObservingPage::saveState() const
{
    return {{u"current"_s, m_table->currentKey()}};
}

void ObservingPage::restoreState(const QVariantMap &state)
{
    const QString current = state.value(u"current"_s).toString();
    if (!current.isEmpty() && !m_table->selectKey(current))
        m_wanted = current;
    offer();
}

void ObservingPage::refresh()
{
    m_deps.observations.refresh();
}

void ObservingPage::focusContent()
{
    m_states->focusInContent(m_table);
}

QStringList ObservingPage::contextCommands() const
{
    return ObservingActs::contextCommands();
}

} // namespace pc::views
