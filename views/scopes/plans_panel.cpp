// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scopes/plans_panel.h"

#include "views/commands/command_registry.h"
#include "views/scopes/scopes_acts.h"
#include "views/scopes/scopes_delegates.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/label.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/words/load_view.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::PlanListModel;

namespace {

/// Of the room of imports, which stands above this one.
const QString importPlans = u"import.plans"_s;

} // namespace

PlansPanel::PlansPanel(const ViewContext &context, models::CatalogueModel &catalogue, QWidget *parent)
    : QWidget(parent), m_context(context), m_catalogue(catalogue), m_list(catalogue)
{
    buildUi();
    wire();
    showState();
}

PlansPanel::~PlansPanel()
{
    delete m_states; // before the model that it shows
}

void PlansPanel::buildUi()
{
    setObjectName(u"plansPanel"_s);
    m_note =
        new Label(tr("An edit is in force for all partners of the plan at once. Single credentials have no "
                     "limits of their own."),
                  TypeRole::Small, Tone::Muted);
    m_note->setWordWrap(true);
    m_add = makeButton(u"addPlanButton"_s, tr("Add plan…"), Icon::Plus);
    m_import = makeButton(u"importPlansButton"_s, tr("Import…"), Icon::Upload);
    m_copy = makeButton(u"copyPlanButton"_s, tr("Copy…"), Icon::Copy);
    m_edit = makeButton(u"editPlanButton"_s, tr("Edit…"), Icon::Edit);
    m_remove = makeButton(u"removePlanButton"_s, tr("Remove…"), Icon::Trash, ButtonKind::DangerOutline);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::pageMargin, space::s, space::pageMargin, space::s);
    row->setSpacing(space::s);
    row->addStretch();
    for (QPushButton *button : {m_import, m_add, m_copy, m_edit, m_remove})
        row->addWidget(button);
    m_table = new PcTableView;
    m_table->setObjectName(u"plansTable"_s);
    m_table->setAccessibleName(tr("Plans"));
    m_table->setKeyRole(models::IdRole);
    m_table->setModel(&m_list);
    m_table->setItemDelegate(new PlanDelegate(m_context.ticker, m_table));
    m_table->setColumns({{PlanListModel::NameColumn, 140, 2, 0},
                         {PlanListModel::PartnersColumn, 96, 0, 0},
                         {PlanListModel::SandboxColumn, 200, 2, 2},
                         {PlanListModel::LimitedColumn, 200, 2, 1},
                         {PlanListModel::ProductionColumn, 240, 2, 0},
                         {PlanListModel::ChangedColumn, 110, 1, 3}});
    m_states = new StateStack(m_table, Skeleton::Shape::Table);
    m_states->empty()->set(Icon::Gauge, tr("No plan yet"),
                           tr("A plan gives partners their limits in each stage. Add one."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *words = new QVBoxLayout; // of its own: beside the buttons a small window left it one word a line
    words->setContentsMargins(space::pageMargin, space::s, space::pageMargin, 0);
    words->addWidget(m_note);
    column->addLayout(words);
    column->addLayout(row);
    column->addWidget(m_states, 1);
}

void PlansPanel::wire()
{
    const auto runs = [this](QPushButton *button, const QString &command) {
        connect(button, &QPushButton::clicked, this, [this, command] { m_context.commands.run(command); });
    };
    runs(m_import, importPlans);
    runs(m_add, ScopesActs::addPlan());
    runs(m_copy, ScopesActs::copyPlan());
    runs(m_edit, ScopesActs::editPlan());
    runs(m_remove, ScopesActs::removePlan());
    connect(&m_context.commands, &CommandRegistry::refreshed, this, &PlansPanel::showButtons);
    connect(&m_list, &PlanListModel::rowsReplaced, this, &PlansPanel::showState);
    connect(&m_catalogue, &models::ObjectModel::stateChanged, this, &PlansPanel::showState);
    connect(m_states, &StateStack::retryRequested, &m_catalogue, &models::ObjectModel::refresh);
    connect(m_states, &StateStack::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    // The table makes the first row the current one without a word, once rows are there.
    connect(&m_list, &QAbstractItemModel::modelReset, this, &PlansPanel::takeWanted, Qt::QueuedConnection);
    connect(m_table, &PcTableView::currentRowChanged, this, &PlansPanel::showChosen);
    connect(m_table, &PcTableView::openRequested, this,
            [this] { m_context.commands.run(ScopesActs::editPlan()); });
    connect(m_table, &PcTableView::copyRequested, this,
            [this](const QString &tsv, const QString &html) { m_context.clipboard.setText(tsv, html); });
    m_table->setContextMenuHook([this](QMenu *menu, const QModelIndex &) {
        m_context.commands.fillMenu(
            menu, {ScopesActs::editPlan(), ScopesActs::copyPlan(), QString(), ScopesActs::removePlan()});
    });
    showButtons();
}

void PlansPanel::showButtons()
{
    setDisabledReason(m_import, m_context.commands.state(importPlans).reason);
    setDisabledReason(m_add, m_context.commands.state(ScopesActs::addPlan()).reason);
    setDisabledReason(m_copy, m_context.commands.state(ScopesActs::copyPlan()).reason);
    setDisabledReason(m_edit, m_context.commands.state(ScopesActs::editPlan()).reason);
    setDisabledReason(m_remove, m_context.commands.state(ScopesActs::removePlan()).reason);
}

void PlansPanel::load()
{
    m_catalogue.ensureLoaded();
}

void PlansPanel::choose(const QString &planId)
{
    if (planId.isEmpty())
        return;
    m_wanted = planId;
    takeWanted();
}

void PlansPanel::showState()
{
    showLoadState(*m_states, m_catalogue, tr("The plans could not be loaded."));
    if (m_catalogue.hasValue() && m_list.rowCount() == 0)
        m_states->showEmpty();
    showChosen();
    Q_EMIT statusChanged();
}

/// Once the table has gone back to the row that was chosen before, which it does a turn after new rows.
void PlansPanel::takeWanted()
{
    if (!m_wanted.isEmpty() && m_table->selectKey(m_wanted))
        m_wanted.clear();
    showChosen();
}

void PlansPanel::showChosen()
{
    const QModelIndex at = m_table->currentIndex();
    const bool isThere = at.isValid() && at.row() < m_list.rowCount();
    const QString before = std::exchange(m_shown, isThere ? m_list.planAt(at.row()).id : QString());
    if (before != m_shown)
        Q_EMIT chosenChanged();
}

void PlansPanel::refresh()
{
    m_catalogue.refresh();
}

void PlansPanel::focusContent()
{
    m_states->focusInContent(m_table);
}

} // namespace pc::views
