// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/versions_panel.h"

#include "contract/rules/version_life.h"
#include "models/base/item_roles.h"
#include "models/session/connection.h"
#include "views/catalogue/version_delegates.h"
#include "views/catalogue/version_words.h"
#include "views/commands/command_registry.h"
#include "views/export/csv_text.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/seams/partner_places.h"
#include "views/shell/navigator.h"
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
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::VersionCallerTable;
using models::VersionListModel;

VersionsPanel::VersionsPanel(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_list(context.connection.versions(), context.connection.feed()),
      m_use(context.connection.versions(), context.connection.feed())
{
    buildUi();
    wire();
    showState();
    showUse();
}

VersionsPanel::~VersionsPanel()
{
    delete m_states; // before the models that it shows
}

void VersionsPanel::buildUi()
{
    setObjectName(u"versionsPanel"_s);
    m_add = makeButton(u"addVersionButton"_s, tr("Add…"), Icon::Plus);
    m_edit = makeButton(u"editVersionButton"_s, tr("Edit…"), Icon::Edit);
    m_end = makeButton(u"endVersionButton"_s, tr("End now…"), Icon::Ban, ButtonKind::DangerOutline);
    m_remove = makeButton(u"removeVersionButton"_s, tr("Remove…"), Icon::Trash, ButtonKind::DangerOutline);
    auto *note = new Label(tr("An import of a description leaves versions as they are."), TypeRole::Small,
                           Tone::Muted);
    note->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::pageMargin, space::s, space::pageMargin, space::s);
    row->setSpacing(space::s);
    row->addWidget(note, 1);
    for (QPushButton *each : {m_add, m_edit, m_end, m_remove})
        row->addWidget(each);
    m_table = new PcTableView;
    m_table->setObjectName(u"versionsTable"_s);
    m_table->setAccessibleName(tr("Versions"));
    m_table->setKeyRole(models::IdRole);
    m_table->setMinimumHeight(space::header + space::rowNormal);
    showRows(*m_table, m_list);
    m_table->setItemDelegate(new VersionDelegate(m_list, m_table));
    m_table->setColumns({{VersionListModel::PathColumn, 120, 2, 0},
                         {VersionListModel::StateColumn, 130, 0, 0},
                         {VersionListModel::DeprecatedColumn, 140, 1, 3},
                         {VersionListModel::SunsetColumn, 140, 1, 1},
                         {VersionListModel::PartnersColumn, 100, 0, 0},
                         {VersionListModel::CallsColumn, 110, 0, 2}});
    m_splitter = new QSplitter(Qt::Vertical);
    m_splitter->setObjectName(u"versionsSplitter"_s);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(makeCallers());
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({space::header + 3 * space::rowNormal, 400});
    auto *scroll = new QScrollArea; // a low window has no room for both lists
    scroll->setObjectName(u"versionsScroll"_s);
    scroll->setAccessibleName(tr("Versions and who still calls them"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_splitter);
    m_states = new StateStack(scroll, Skeleton::Shape::Table);
    m_states->setMinimumHeight(space::header + 2 * space::rowNormal); // or a small window would grow for it
    m_states->empty()->set(
        Icon::Tag, tr("No version yet"),
        tr("A version is a path of the API, such as /v1. Add one to tell partners that it is "
           "deprecated, and when it ends."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_states, 1);
}

QWidget *VersionsPanel::makeCallers()
{
    auto *page = new QWidget;
    m_heading = new Label({}, TypeRole::Body, Tone::Text);
    m_heading->setObjectName(u"callersHeading"_s);
    m_heading->setWeight(QFont::DemiBold);
    m_heading->setWordWrap(true);
    m_notice = makeButton(u"noticeButton"_s, tr("Notice…"), Icon::Mail);
    m_export = makeButton(u"exportCallersButton"_s, tr("Export CSV…"), Icon::Export);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::pageMargin, space::s, space::pageMargin, space::s);
    head->setSpacing(space::s);
    m_attention = new Label({}, TypeRole::Small, Tone::Warn);
    m_attention->setObjectName(u"versionAttention"_s);
    m_attention->setWordWrap(true);
    m_attention->hide();
    auto *words = new QVBoxLayout; // beside the buttons: below them it would take rows of a small window
    words->setSpacing(0);
    words->addWidget(m_heading);
    words->addWidget(m_attention);
    head->addLayout(words, 1);
    head->addWidget(m_notice);
    head->addWidget(m_export);
    m_callerTable = new PcTableView;
    m_callerTable->setObjectName(u"callersTable"_s);
    m_callerTable->setAccessibleName(tr("Partners that still call it"));
    m_callerTable->setKeyRole(models::IdRole);
    m_callerTable->setDensity(Density::Dense);
    m_callerTable->setModel(&m_callers);
    m_callerTable->setItemDelegate(new VersionCallerDelegate(m_context.ticker, m_callerTable));
    m_callerTable->setColumns({{VersionCallerTable::PartnerColumn, 150, 2, 0},
                               {VersionCallerTable::CallsColumn, 110, 0, 0},
                               {VersionCallerTable::WeekColumn, 100, 0, 3},
                               {VersionCallerTable::LastColumn, 110, 0, 1},
                               {VersionCallerTable::CredentialsColumn, 130, 2, 4},
                               {VersionCallerTable::RoutesColumn, 150, 3, 5},
                               {VersionCallerTable::ContactColumn, 120, 1, 2},
                               {VersionCallerTable::MailColumn, 160, 2, 1}});
    m_callerStates = new StateStack(m_callerTable, Skeleton::Shape::Table);
    m_callerStates->setMinimumHeight(space::header + 2 * space::rowDense);
    m_callerStates->empty()->set(Icon::Check, tr("Nobody calls it"),
                                 tr("No call came to its routes in the last 30 days."));
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_callerStates, 1);
    return page;
}

void VersionsPanel::wire()
{
    connect(&m_list, &models::PagedModel::stateChanged, this, &VersionsPanel::showState);
    connect(&m_list, &QAbstractItemModel::dataChanged, this, &VersionsPanel::followChoice);
    // The table makes the first row the current one without a word, once rows are there.
    connect(&m_list, &QAbstractItemModel::rowsInserted, this, &VersionsPanel::followChoice,
            Qt::QueuedConnection);
    connect(m_table, &PcTableView::currentRowChanged, this, &VersionsPanel::followChoice);
    connect(m_callerTable, &PcTableView::currentRowChanged, this, &VersionsPanel::chosenChanged);
    connect(&m_use, &models::ObjectModel::stateChanged, this, &VersionsPanel::showUse);
    connect(&m_use, &models::ObjectModel::changed, this, &VersionsPanel::showUse);
    connect(m_states, &StateStack::retryRequested, &m_list, &models::PagedModel::retry);
    connect(m_callerStates, &StateStack::retryRequested, &m_use, &models::ObjectModel::refresh);
    for (StateStack *stack : {m_states, m_callerStates})
        connect(stack, &StateStack::copyRequested, this,
                [this](const QString &text) { m_context.clipboard.setText(text); });
    for (PcTableView *table : {m_table, m_callerTable})
        connect(table, &PcTableView::copyRequested, this,
                [this](const QString &tsv, const QString &html) { m_context.clipboard.setText(tsv, html); });
    const std::pair<QPushButton *, QString> commands[]{{m_add, VersionActs::add()},
                                                       {m_edit, VersionActs::edit()},
                                                       {m_end, VersionActs::end()},
                                                       {m_remove, VersionActs::remove()},
                                                       {m_notice, VersionActs::notice()}};
    for (const auto &[button, command] : commands)
        connect(button, &QPushButton::clicked, this, [this, id = command] { m_context.commands.run(id); });
    connect(m_export, &QPushButton::clicked, this, &VersionsPanel::exportCallers);
    connect(m_table, &PcTableView::openRequested, this,
            [this] { m_context.commands.run(VersionActs::edit()); });
    connect(m_callerTable, &PcTableView::openRequested, this, [this](const QModelIndex &index) {
        m_context.navigator.navigate(places::partnerPage(m_callers.callerAt(index.row()).partnerId));
    });
    m_table->setContextMenuHook([this](QMenu *menu, const QModelIndex &) {
        m_context.commands.fillMenu(menu, VersionActs::contextCommands());
    });
    m_callerTable->setContextMenuHook([this](QMenu *menu, const QModelIndex &) {
        m_context.commands.fillMenu(menu, {VersionActs::notice()});
    });
    connect(&m_context.commands, &CommandRegistry::refreshed, this, &VersionsPanel::showButtons);
    showButtons();
}

void VersionsPanel::showButtons()
{
    const std::pair<QPushButton *, QString> commands[]{{m_add, VersionActs::add()},
                                                       {m_edit, VersionActs::edit()},
                                                       {m_end, VersionActs::end()},
                                                       {m_remove, VersionActs::remove()},
                                                       {m_notice, VersionActs::notice()}};
    for (const auto &[button, command] : commands)
        setDisabledReason(button, m_context.commands.state(command).reason);
    setDisabledReason(m_export, m_callers.rowCount() == 0 ? tr("There is nobody to export.") : QString());
}

void VersionsPanel::setApi(const Api &api)
{
    if (m_api && m_api->id != api.id)
        m_wanted.clear();
    m_api = api;
    m_list.setApi(api.id);
    followChoice();
}

std::optional<ApiVersion> VersionsPanel::version() const
{
    const QModelIndex at = m_table->currentIndex();
    if (!at.isValid() || at.row() >= m_list.rowCount())
        return std::nullopt;
    return m_list.versionAt(at.row());
}

VersionActs::Chosen VersionsPanel::chosen() const
{
    VersionActs::Chosen chosen;
    chosen.api = m_api;
    chosen.version = version();
    if (chosen.version && m_use.use() && m_use.versionId() == chosen.version->id)
        chosen.use = m_use.use();
    const QModelIndex at = m_callerTable->currentIndex();
    if (at.isValid() && at.row() < m_callers.rowCount())
        chosen.partnerId = m_callers.callerAt(at.row()).partnerId;
    return chosen;
}

void VersionsPanel::choose(const QString &versionId)
{
    m_wanted = versionId;
    followChoice();
}

void VersionsPanel::followChoice()
{
    if (const QString wanted = std::exchange(m_wanted, {}); !wanted.isEmpty() && !m_table->selectKey(wanted))
        m_wanted = wanted;
    const auto own = version();
    m_use.setVersion(own ? own->apiId : QString(), own ? own->id : QString());
    showUse();
}

void VersionsPanel::showState()
{
    showLoadState(*m_states, m_list, tr("The versions could not be loaded."));
    followChoice();
}

void VersionsPanel::showUse()
{
    const auto own = version();
    const bool isAttention = own && rules::asksForAttention(*own, m_list.now());
    m_attention->setVisible(isAttention);
    if (isAttention)
        m_attention->setText(
            tr("%1: %Ln partner(s) still call it.", "where a version stands", own->partners30d)
                .arg(VersionListModel::stateText(*own, m_list.now())));
    m_heading->setText(own ? tr("Who still calls %1").arg(own->pathPrefix) : QString());
    showLoadState(*m_callerStates, m_use, tr("Who calls it could not be loaded."));
    const auto &use = m_use.use();
    m_callers.setCallers(use ? use->callers : QList<VersionCaller>());
    if (use && use->callers.isEmpty() && m_use.state() == models::LoadState::Ready)
        m_callerStates->showEmpty();
    if (use && own)
        m_heading->setText(use->moreCallers > 0 ? tr("Who still calls %1: the first %2, and %Ln more",
                                                     nullptr, use->moreCallers)
                                                      .arg(own->pathPrefix)
                                                      .arg(use->callers.size())
                                                : tr("Who still calls %1").arg(own->pathPrefix));
    showButtons();
    Q_EMIT chosenChanged();
}

void VersionsPanel::exportCallers()
{
    const auto own = version();
    if (!own || m_callers.rowCount() == 0)
        return;
    QString name = own->pathPrefix.mid(1);
    name.replace(u'/', u'-');
    exportCsv(this, m_context, tr("Export who still calls %1").arg(own->pathPrefix),
              u"callers-%1.csv"_s.arg(name),
              csvOf(m_callers,
                    {VersionCallerTable::PartnerColumn, VersionCallerTable::CallsColumn,
                     VersionCallerTable::WeekColumn, VersionCallerTable::LastColumn,
                     VersionCallerTable::CredentialsColumn, VersionCallerTable::RoutesColumn,
                     VersionCallerTable::ContactColumn, VersionCallerTable::MailColumn},
                    true),
              m_callers.rowCount());
}

void VersionsPanel::refresh()
{
    m_list.refresh();
    m_use.refresh();
}

void VersionsPanel::focusContent()
{
    m_states->focusInContent(m_table);
}

} // namespace pc::views
