// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/audit/audit_panel.h"

#include "models/audit/audit_event_model.h"
#include "models/audit/audit_list_model.h"
#include "models/base/item_roles.h"
#include "models/session/connection.h"
#include "views/audit/audit_delegate.h"
#include "views/audit/audit_query_text.h"
#include "views/audit/event_pane.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/search_line.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/words/load_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QShowEvent>
#include <QSplitter>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::AuditListModel;

AuditPanel::AuditPanel(const ViewContext &context, const AuditDeps &deps, const QString &partnerId,
                       QWidget *parent)
    : QWidget(parent), m_context(context), m_deps(deps), m_partnerId(partnerId)
{
    buildUi();
    wire();
    showState();
    if (!m_partnerId.isEmpty())
        runQuery(); // a fixed partner needs no location to begin with
}

void AuditPanel::buildUi()
{
    m_table = new PcTableView;
    m_table->setObjectName(u"auditTable"_s);
    m_table->setAccessibleName(tr("Audit events"));
    m_table->setDensity(Density::Dense);
    m_table->setKeyRole(models::IdRole);
    showRows(*m_table, m_deps.list);
    m_table->setItemDelegate(new AuditDelegate(m_table));
    m_table->setColumns({{AuditListModel::TimeColumn, 176, 0, 0},
                         {AuditListModel::ActorColumn, 110, 1, 1},
                         {AuditListModel::SentenceColumn, 170, 3, 0},
                         {AuditListModel::TargetColumn, 130, 2, 2},
                         {AuditListModel::ActionColumn, 160, 0, 4},
                         {AuditListModel::ReasonColumn, 130, 2, 5},
                         {AuditListModel::TicketColumn, 90, 0, 6}});
    m_table->setColumnHiddenByUser(AuditListModel::IndexColumn, true);

    auto *listSide = new QWidget;
    auto *listColumn = new QVBoxLayout(listSide);
    listColumn->setContentsMargins(0, 0, 0, 0);
    listColumn->setSpacing(0);
    m_held = new MessageBanner(Severity::Info);
    m_held->setShape(MessageBanner::Shape::Strip);
    m_held->setObjectName(u"heldEvents"_s);
    m_held->hide();
    listColumn->addWidget(m_table, 1);
    listColumn->addWidget(m_held); // below: the list itself must not move

    m_pane = new EventPane(m_context, m_deps.event);
    m_pane->setMinimumWidth(space::peekMinimum);
    m_splitter = new QSplitter;
    m_splitter->setObjectName(u"auditSplitter"_s);
    m_splitter->addWidget(listSide);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({800, space::peek});
    m_pane->hide();

    m_states = new StateStack(m_splitter, Skeleton::Shape::Table);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(makeFilterRow());
    outer->addWidget(m_states, 1);
}

QWidget *AuditPanel::makeFilterRow()
{
    auto *row = new QWidget;
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(space::pageMargin, space::s, space::pageMargin, space::s);
    column->setSpacing(space::xs);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::m);
    m_query = makeSearchLine(u"auditQuery"_s, tr("Search, or actor:… action:credential.* target:…"),
                             tr("Query"), Icon::Filter);
    m_range = new QComboBox;
    m_range->setObjectName(u"auditRange"_s);
    m_range->setAccessibleName(tr("Time range"));
    m_range->addItem(tr("Any time"), 0);
    m_range->addItem(tr("Last hour"), 3600);
    m_range->addItem(tr("Last 24 hours"), 86400);
    m_range->addItem(tr("Last 7 days"), 7 * 86400);
    m_range->addItem(tr("Last 30 days"), 30 * 86400);
    line->addWidget(m_query, 1);
    line->addWidget(m_range);
    column->addLayout(line);
    m_queryMessage = new Label({}, TypeRole::Small, Tone::Warn);
    m_queryMessage->setObjectName(u"auditQueryMessage"_s);
    m_queryMessage->hide();
    column->addWidget(m_queryMessage);
    return row;
}

void AuditPanel::wire()
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(200);
    connect(&m_typing, &QTimer::timeout, this, &AuditPanel::runQuery);
    connect(m_query, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_query, &QLineEdit::returnPressed, this, &AuditPanel::runQuery);
    connect(m_range, &QComboBox::currentIndexChanged, this, [this] { runQuery(); });
    connect(&m_deps.list, &models::PagedModel::stateChanged, this, &AuditPanel::showState);
    connect(&m_deps.list, &AuditListModel::heldCountChanged, this, &AuditPanel::showState);
    connect(m_held, &MessageBanner::actionTriggered, &m_deps.list, &AuditListModel::showHeld);
    connect(m_states, &StateStack::retryRequested, &m_deps.list, &models::PagedModel::retry);
    connect(m_states, &StateStack::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    connect(m_table, &PcTableView::currentRowChanged, this, &AuditPanel::showRow);
    // The current row is selected by a click without becoming another one.
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AuditPanel::statusChanged);
    connect(m_table, &PcTableView::openRequested, this, [this] { setPaneOpen(true); });
    connect(m_table, &PcTableView::peekRequested, this, [this] { setPaneOpen(!m_pane->isVisible()); });
    connect(m_table, &PcTableView::copyRequested, this,
            [this](const QString &tsv, const QString &html) { m_context.clipboard.setText(tsv, html); });
    connect(m_table, &QTableView::clicked, this, [this] { setPaneOpen(true); });
    m_table->setContextMenuHook([this](QMenu *menu, const QModelIndex &index) { fillMenu(menu, index); });
    connect(m_pane, &EventPane::closeRequested, this, [this] { setPaneOpen(false); });
    connect(m_pane, &EventPane::filterRequested, this, &AuditPanel::addFilter);
    connect(&m_context.ticker, &TimeTicker::tick, this, &AuditPanel::statusChanged);
    auto *filter = new QShortcut(QKeySequence(Qt::Key_Slash), m_table);
    filter->setContext(Qt::WidgetWithChildrenShortcut);
    connect(filter, &QShortcut::activated, this, &AuditPanel::focusFilter);
}

AuditQuery AuditPanel::baseQuery() const
{
    AuditQuery query;
    query.partnerId = m_partnerId;
    const int seconds = m_range->currentData().toInt();
    if (seconds > 0)
        query.from = m_context.ticker.now().addSecs(-seconds);
    return query;
}

void AuditPanel::runQuery()
{
    m_typing.stop();
    AuditQueryText parsed = parseAuditQuery(m_query->text(), baseQuery());
    if (!m_partnerId.isEmpty())
        parsed.query.partnerId = m_partnerId;
    m_queryMessage->setVisible(!parsed.unknownField.isEmpty());
    if (!parsed.unknownField.isEmpty())
        m_queryMessage->setText(tr("There is no field “%1”. Fields are: %2.")
                                    .arg(parsed.unknownField, auditQueryFields().join(u", "_s)));
    // Without its value the field narrows nothing: everything would stand there as if it were the answer.
    m_missing = !parsed.emptyField.isEmpty();
    if (m_missing)
        m_states->empty()->set(
            Icon::Filter, tr("A value is missing"),
            tr("“%1:” stands without a value. Write it right after the colon.").arg(parsed.emptyField));
    else
        m_states->empty()->set(Icon::Audit, tr("No events match"),
                               tr("Widen the time range or remove a word from the query."));
    if (m_missing)
        showState();
    else
        m_deps.list.setQuery(parsed.query);
    Q_EMIT queryLineChanged(m_query->text());
}

void AuditPanel::setQueryLine(const QString &line)
{
    m_query->setText(line); // not with its signals blocked: its clear button listens to them
    runQuery();             // and ends the wait that they began
}

QString AuditPanel::queryLine() const
{
    return m_query->text();
}

void AuditPanel::setPartner(const QString &partnerId)
{
    if (m_partnerId == partnerId && m_deps.list.state() != models::LoadState::Idle)
        return;
    m_partnerId = partnerId;
    setPaneOpen(false);
    runQuery();
}

void AuditPanel::focusFilter()
{
    m_query->setFocus(Qt::ShortcutFocusReason);
    m_query->selectAll();
}

void AuditPanel::refresh()
{
    m_deps.list.refresh();
}

void AuditPanel::showEvent(QShowEvent *event)
{
    // Whoever comes back to the head of the trail finds the head as it is now; a place further down is kept.
    if (!event->spontaneous() && m_deps.list.heldCount() > 0 &&
        m_table->verticalScrollBar()->value() == m_table->verticalScrollBar()->minimum())
        m_deps.list.showHeld();
    QWidget::showEvent(event);
}

void AuditPanel::showState()
{
    if (m_missing)
        m_states->showEmpty();
    else
        showLoadState(*m_states, m_deps.list, tr("The audit trail could not be loaded."));
    const int held = m_missing ? 0 : m_deps.list.heldCount();
    m_held->setVisible(held > 0);
    if (held > 0) {
        m_held->setMessage(Severity::Info, tr("%n new event(s)", nullptr, held));
        m_held->setAction(tr("Show"));
    }
    showRow(m_table->currentIndex()); // it may have changed while the pane was not to be seen
}

void AuditPanel::showRow(const QModelIndex &index)
{
    // Fetched only while the pane is open: reading an event may be recorded.
    if (index.isValid() && m_pane->isVisible())
        m_deps.event.setEventId(m_deps.list.idAt(index.row()));
    Q_EMIT statusChanged();
}

void AuditPanel::setPaneOpen(bool open)
{
    const bool hadFocus = m_pane->isAncestorOf(window()->focusWidget()); // hiding gives it to anybody
    m_pane->setVisible(open);
    if (open)
        showRow(m_table->currentIndex());
    else if (hadFocus)
        focusContent();
}

void AuditPanel::focusContent()
{
    m_states->focusInContent(m_table);
}

bool AuditPanel::closeLayer()
{
    const bool open = m_pane->isVisible();
    setPaneOpen(false);
    return open;
}

void AuditPanel::addFilter(const QString &field, const QString &value)
{
    if (!value.isEmpty())
        setQueryLine(withAuditField(m_query->text(), field, value));
}

void AuditPanel::fillMenu(QMenu *menu, const QModelIndex &index)
{
    const AuditEvent event = m_deps.list.eventAt(index.row());
    const auto filter = [this, menu](const QString &text, const QString &field, const QString &value) {
        if (!value.isEmpty())
            connect(menu->addAction(icon(Icon::Filter), text), &QAction::triggered, this,
                    [this, field, value] { addFilter(field, value); });
    };
    filter(tr("Filter for this actor"), u"actor"_s, event.actor);
    filter(tr("Filter for this action"), u"action"_s, event.action);
    filter(tr("Filter for this object"), u"target"_s, event.targetId);
    if (m_partnerId.isEmpty())
        filter(tr("Filter for this partner"), u"partner"_s, event.partnerId);
    filter(tr("Filter for this request"), u"request"_s, event.requestId);
    menu->addSeparator();
    const auto copy = [this, menu](const QString &text, const QString &value) {
        connect(menu->addAction(icon(Icon::Copy), text), &QAction::triggered, this,
                [this, value] { m_context.clipboard.setText(value); });
    };
    copy(tr("Copy value"), index.data(Qt::DisplayRole).toString());
    copy(tr("Copy event ID"), event.id);
    copy(tr("Copy time (ISO 8601)"), event.at.toUTC().toString(Qt::ISODateWithMs));
}

QString AuditPanel::answerCount() const
{
    return m_missing ? QString() : countText(m_deps.list);
}

StatusText AuditPanel::statusText() const
{
    StatusText text;
    const int selected = int(m_table->selectedRowNumbers().size());
    if (const QString count = answerCount(); !count.isEmpty())
        text.counts =
            tr("%1 matching event(s) · newest first", nullptr, countForPlural(m_deps.list)).arg(count);
    if (selected > 0)
        text.selection = tr("%n selected", nullptr, selected);
    text.freshness = freshnessText(m_deps.list.loadedAt(), m_context.ticker);
    for (const QString &hint : {tr("Space peek"), tr("Enter open"), tr("/ filter")})
        text.hints.append({hint, m_table});
    return text;
}

QVariantMap AuditPanel::saveState() const
{
    return {{u"query"_s, m_query->text()},
            {u"range"_s, m_range->currentIndex()},
            {u"pane"_s, m_pane->isVisible()},
            {u"current"_s, m_table->currentKey()}};
}

void AuditPanel::restoreState(const QVariantMap &state)
{
    if (state.isEmpty())
        return;
    {
        const QSignalBlocker quietRange(m_range);
        m_query->setText(state.value(u"query"_s).toString());
        m_range->setCurrentIndex(state.value(u"range"_s).toInt());
    }
    runQuery();
    m_table->selectKey(state.value(u"current"_s));
    setPaneOpen(state.value(u"pane"_s).toBool());
}

} // namespace pc::views
