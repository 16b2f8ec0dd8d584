// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/revisions_panel.h"

#include "models/base/item_roles.h"
#include "models/session/connection.h"
#include "views/catalogue/catalogue_acts.h"
#include "views/catalogue/catalogue_delegates.h"
#include "views/commands/command_registry.h"
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
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::RevisionListModel;

RevisionsPanel::RevisionsPanel(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_list(context.connection.catalogue(), context.connection.feed())
{
    buildUi();
    wire();
    showState();
}

RevisionsPanel::~RevisionsPanel()
{
    delete m_states; // before the model that it shows
}

void RevisionsPanel::buildUi()
{
    setObjectName(u"revisionsPanel"_s);
    m_review = makeButton(u"reviewButton"_s, tr("Review…"), Icon::Eye);
    m_putBack = makeButton(u"putBackButton"_s, tr("Put back…"), Icon::Undo);
    m_remove = makeButton(u"removeRevisionButton"_s, tr("Remove…"), Icon::Trash);
    m_remove->setAccessibleName(tr("Remove the revision")); // the API's stands above
    auto *note = new Label(tr("Applying a former one puts its routes back, with their scopes, as they were."),
                           TypeRole::Small, Tone::Muted);
    note->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::pageMargin, space::s, space::pageMargin, space::s);
    row->setSpacing(space::s);
    row->addWidget(note, 1);
    row->addWidget(m_review);
    row->addWidget(m_putBack);
    row->addWidget(m_remove);
    m_table = new PcTableView;
    m_table->setObjectName(u"revisionsTable"_s);
    m_table->setAccessibleName(tr("Revisions"));
    m_table->setKeyRole(models::IdRole);
    showRows(*m_table, m_list);
    m_table->setItemDelegate(new RevisionDelegate(m_context.ticker, m_table));
    m_table->setColumns({{RevisionListModel::DescriptionColumn, 180, 3, 0},
                         {RevisionListModel::StateColumn, 110, 0, 0},
                         {RevisionListModel::RoutesColumn, 84, 0, 3},
                         {RevisionListModel::ChangesColumn, 180, 2, 2},
                         {RevisionListModel::ByColumn, 90, 1, 2},
                         {RevisionListModel::WhenColumn, 110, 1, 1}});
    m_states = new StateStack(m_table, Skeleton::Shape::Table);
    m_states->setMinimumHeight(space::header + 2 * space::rowNormal); // or a small window would grow for it
    m_states->empty()->set(Icon::Clock, tr("No description was imported yet"),
                           tr("Each import is kept here, so that it can be looked at and taken back."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_states, 1);
}

void RevisionsPanel::wire()
{
    connect(&m_list, &models::PagedModel::stateChanged, this, &RevisionsPanel::showState);
    connect(&m_list, &QAbstractItemModel::dataChanged, this, &RevisionsPanel::chosenChanged);
    // The table makes the first row the current one without a word, once rows are there.
    connect(&m_list, &QAbstractItemModel::rowsInserted, this, &RevisionsPanel::chosenChanged,
            Qt::QueuedConnection);
    connect(m_table, &PcTableView::currentRowChanged, this, &RevisionsPanel::chosenChanged);
    connect(m_states, &StateStack::retryRequested, &m_list, &models::PagedModel::retry);
    connect(m_states, &StateStack::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    connect(m_table, &PcTableView::copyRequested, this,
            [this](const QString &tsv, const QString &html) { m_context.clipboard.setText(tsv, html); });
    connect(m_review, &QPushButton::clicked, this,
            [this] { m_context.commands.run(CatalogueActs::review()); });
    connect(m_putBack, &QPushButton::clicked, this,
            [this] { m_context.commands.run(CatalogueActs::putBack()); });
    connect(m_remove, &QPushButton::clicked, this,
            [this] { m_context.commands.run(CatalogueActs::removeRevision()); });
    connect(m_table, &PcTableView::openRequested, this, [this] {
        const auto revision = chosen();
        if (!revision || revision->state == RevisionState::InForce)
            return;
        m_context.commands.run(revision->state == RevisionState::Proposed ? CatalogueActs::review()
                                                                          : CatalogueActs::putBack());
    });
    m_table->setContextMenuHook([this](QMenu *menu, const QModelIndex &) {
        m_context.commands.fillMenu(
            menu, {CatalogueActs::review(), CatalogueActs::putBack(), CatalogueActs::removeRevision()});
    });
    connect(&m_context.commands, &CommandRegistry::refreshed, this, &RevisionsPanel::showButtons);
    showButtons();
}

void RevisionsPanel::showButtons()
{
    setDisabledReason(m_review, m_context.commands.state(CatalogueActs::review()).reason);
    setDisabledReason(m_putBack, m_context.commands.state(CatalogueActs::putBack()).reason);
    setDisabledReason(m_remove, m_context.commands.state(CatalogueActs::removeRevision()).reason);
}

void RevisionsPanel::setApi(const QString &apiId)
{
    m_list.setApi(apiId);
}

std::optional<CatalogueRevision> RevisionsPanel::chosen() const
{
    const QModelIndex at = m_table->currentIndex();
    if (!at.isValid() || at.row() >= m_list.rowCount())
        return std::nullopt;
    return m_list.revisionAt(at.row());
}

void RevisionsPanel::showState()
{
    showLoadState(*m_states, m_list, tr("The revisions could not be loaded."));
    Q_EMIT chosenChanged();
}

void RevisionsPanel::refresh()
{
    m_list.refresh();
}

void RevisionsPanel::focusContent()
{
    m_states->focusInContent(m_table);
}

} // namespace pc::views
