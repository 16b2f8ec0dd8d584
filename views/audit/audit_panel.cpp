// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/audit/audit_panel.h"

#include "models/audit/audit_export.h"
#include "models/audit/audit_models.h"
#include "models/base/item_roles.h"
#include "models/session/connection.h"
#include "models/time/span_around.h"
#include "views/audit/audit_delegate.h"
#include "views/audit/audit_query_text.h"
#include "views/audit/event_pane.h"
#include "views/dialogs/saved_views_button.h"
#include "views/export/export_strip.h"
#include "views/seams/calls_places.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/time/time_chip.h"
#include "views/time/time_controls.h"
#include "views/time/time_scroll_bar.h"
#include "views/time/time_strip.h"
#include "views/time/timeline_link.h"
#include "views/widgets/buttons.h"
#include "views/widgets/card.h"
#include "views/widgets/columns_menu.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/search_line.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/words/call_words.h"
#include "views/words/load_view.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QShortcut>
#include <QShowEvent>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::AuditListModel;
using models::TimePreset;
using models::TimeSpan;

AuditPanel::AuditPanel(const ViewContext &context, models::AuditModels &models, const QString &partnerId,
                       QWidget *parent)
    : QWidget(parent), m_context(context), m_models(models), m_partnerId(partnerId)
{
    buildUi();
    wire();
    showState();
    if (!m_partnerId.isEmpty())
        runQuery(); // a fixed partner needs no location to begin with
}

void AuditPanel::buildUi()
{
    m_strip = new TimeStrip(Counted::Events);
    m_strip->setObjectName(u"auditStrip"_s);
    makeTable();
    makeActions();
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *stripRow = new QHBoxLayout;
    stripRow->setContentsMargins(space::pageMargin, space::xs, space::pageMargin, space::xs);
    stripRow->addWidget(m_strip);
    column->addLayout(stripRow);
    column->addWidget(new Separator);
    column->addWidget(makeFilterRow());
    column->addWidget(makeList(), 1);

    m_pane = new EventPane(m_context, m_models);
    m_pane->setMinimumWidth(space::peekMinimum);
    m_splitter = new QSplitter;
    m_splitter->setObjectName(u"auditSplitter"_s);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({800, space::peek});
    m_pane->hide();
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_splitter);
}

void AuditPanel::makeTable()
{
    m_table = new PcTableView;
    m_table->setObjectName(u"auditTable"_s);
    m_table->setAccessibleName(tr("Audit events"));
    m_table->setDensity(Density::Dense);
    m_table->setKeyRole(models::IdRole);
    showRows(*m_table, m_models.list);
    m_table->setItemDelegate(new AuditDelegate(m_table));
    m_table->setColumns({{AuditListModel::TimeColumn, 176, 0, 0},
                         {AuditListModel::ActorColumn, 110, 1, 1},
                         {AuditListModel::SentenceColumn, 170, 3, 0},
                         {AuditListModel::TargetColumn, 130, 2, 2},
                         {AuditListModel::ActionColumn, 160, 0, 4},
                         {AuditListModel::ReasonColumn, 130, 2, 5},
                         {AuditListModel::TicketColumn, 90, 0, 6}});
    m_table->setColumnHiddenByUser(AuditListModel::IndexColumn, true);
    m_bar = new TimeScrollBar(m_table->viewport());
    m_bar->setObjectName(u"auditScrollBar"_s);
    m_bar->setAccessibleName(tr("Place in all events"));
    m_link = new TimelineLink(m_models.list, m_models.counts, m_models.around, *m_table, *m_strip, *m_bar);
}

void AuditPanel::makeActions()
{
    m_actions = new QWidget(this);
    auto *row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    m_views = new SavedViewsButton(m_context, places::audit);
    m_export = makeButton(u"exportAudit"_s, tr("Export…"), Icon::Download);
    row->addWidget(m_views);
    row->addWidget(m_export);
}

QWidget *AuditPanel::makeFilterRow()
{
    auto *row = new QWidget;
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(space::pageMargin, space::s, space::pageMargin, space::s);
    column->setSpacing(space::xs);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::s);
    m_time = new TimeChip(Counted::Events, m_context.ticker);
    m_time->setObjectName(u"auditTime"_s);
    m_time->setOtherForm(QRegularExpression(u"evt_[0-9A-Za-z]+"_s), u"evt_…"_s);
    m_query = makeSearchLine(u"auditQuery"_s, tr("Search, or actor:… action:credential.* target:…"),
                             tr("Query"), Icon::Filter);
    m_orderButton = makeIconButton(u"auditOrder"_s, Icon::ArrowDown, tr("Newest first"), this);
    m_columns = makeIconButton(u"auditColumns"_s, Icon::Columns, tr("Columns"), this);
    line->addWidget(m_time);
    line->addWidget(m_query, 1);
    line->addWidget(m_orderButton);
    line->addWidget(m_columns);
    column->addLayout(line);
    m_queryMessage = new Label({}, TypeRole::Small, Tone::Warn);
    m_queryMessage->setObjectName(u"auditQueryMessage"_s);
    m_queryMessage->hide();
    column->addWidget(m_queryMessage);
    return row;
}

QWidget *AuditPanel::makeList()
{
    m_held = new MessageBanner(Severity::Info);
    m_held->setShape(MessageBanner::Shape::Strip);
    m_held->setObjectName(u"heldEvents"_s);
    m_held->hide();
    m_searched = new MessageBanner(Severity::Info);
    m_searched->setShape(MessageBanner::Shape::Strip);
    m_searched->setObjectName(u"auditSearched"_s);
    m_searched->setAction(tr("Search further"));
    m_searched->hide();
    m_exporting = new ExportStrip(m_context);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *line = new QHBoxLayout;
    line->setSpacing(0);
    line->addWidget(m_table, 1);
    line->addWidget(m_bar);
    column->addLayout(line, 1);
    column->addWidget(m_held); // below: the list itself must not move
    column->addWidget(m_searched);
    m_states = new StateStack(content, Skeleton::Shape::Table);
    m_states->setObjectName(u"auditStates"_s);
    auto *list = new QWidget;
    auto *outer = new QVBoxLayout(list);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_states, 1);
    outer->addWidget(m_exporting);
    return list;
}

void AuditPanel::wire()
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(200);
    wireTime();
    wireTable();
    connect(&m_typing, &QTimer::timeout, this, &AuditPanel::runQuery);
    connect(m_query, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_query, &QLineEdit::returnPressed, this, [this] {
        runQuery();
        m_views->remember();
    });
    connect(m_views, &SavedViewsButton::viewChosen, this, &AuditPanel::setQueryLine);
    connect(m_export, &QPushButton::clicked, this, &AuditPanel::exportEvents);
    connect(m_orderButton, &QToolButton::clicked, this, [this] {
        setOrder(m_order == RowOrder::NewestFirst ? RowOrder::OldestFirst : RowOrder::NewestFirst);
    });
    connect(m_columns, &QToolButton::clicked, this, [this] { openColumnsMenu(*m_table, *m_columns); });
    connect(&m_models.list, &models::PagedModel::stateChanged, this, &AuditPanel::showState);
    connect(&m_models.list, &models::TimelineModel::heldCountChanged, this, &AuditPanel::showState);
    connect(&m_models.event, &models::ObjectModel::changed, this, &AuditPanel::showWanted);
    connect(m_held, &MessageBanner::actionTriggered, &m_models.list, &models::TimelineModel::showHeld);
    connect(m_searched, &MessageBanner::actionTriggered, this, [this] { m_models.list.searchFurther(); });
    connect(m_states, &StateStack::retryRequested, &m_models.list, &models::PagedModel::retry);
    connect(m_states, &StateStack::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    connect(m_pane, &EventPane::closeRequested, this, [this] { setPaneOpen(false); });
    connect(m_pane, &EventPane::filterRequested, this,
            [this](const QString &field, const QString &value) { addFilter(field, value, false); });
    connect(&m_context.ticker, &TimeTicker::tick, this, &AuditPanel::statusChanged);
}

void AuditPanel::wireTime()
{
    m_controls = new TimeControls(*m_strip, *m_time, *m_link);
    connect(m_controls, &TimeControls::spanChosen, this, [this](const TimeSpan &span, TimePreset preset) {
        setSpan(span, preset);
        runQuery();
    });
    connect(m_controls, &TimeControls::rangeWanted, this, &AuditPanel::showAround);
    connect(m_time, &TimeChip::otherTyped, this, &AuditPanel::openEvent);
}

void AuditPanel::wireTable()
{
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
    const auto onKey = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, m_table);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    onKey(QKeySequence(Qt::Key_Slash), [this] { focusFilter(); });
    onKey(QKeySequence(Qt::Key_T), [this] { m_time->openPopover(); });
    onKey(QKeySequence(Qt::Key_F), [this] { filterCell(false); });
    onKey(QKeySequence(Qt::SHIFT | Qt::Key_F), [this] { filterCell(true); });
}

AuditQuery AuditPanel::baseQuery() const
{
    AuditQuery query;
    query.partnerId = m_partnerId;
    query.order = m_order;
    if (m_span.from.isValid())
        query.from = m_span.from;
    if (m_span.to.isValid())
        query.to = m_span.to;
    return query;
}

void AuditPanel::setSpan(const TimeSpan &span, TimePreset preset)
{
    m_span = span;
    m_preset = preset;
    m_time->setChoice(span, preset);
}

void AuditPanel::runQuery()
{
    m_typing.stop();
    m_wanted.clear();
    AuditQueryText parsed = parseAuditQuery(m_query->text(), baseQuery(), m_time->frame());
    if (!m_partnerId.isEmpty())
        parsed.query.partnerId = m_partnerId;
    tellFaults(parsed);
    // Without its value the field narrows nothing: everything would stand there as if it were the answer.
    m_missing = !parsed.emptyField.isEmpty();
    if (m_missing)
        m_states->empty()->set(
            Icon::Filter, tr("A value is missing"),
            tr("“%1:” stands without a value. Write it right after the colon.").arg(parsed.emptyField));
    else
        m_states->empty()->set(Icon::Audit, tr("No events match"),
                               tr("Widen the time range or remove a word from the query."));
    if (m_missing) {
        showState();
    } else {
        m_asked = parsed.query;
        m_models.list.setQuery(m_asked);
        m_models.counts.setFilter(m_asked);
        const TimeSpan asked{m_asked.from.value_or(QDateTime()), m_asked.to.value_or(QDateTime())};
        m_strip->setSelection(asked);
        showAround(models::spanAround(asked, m_context.ticker.now()));
    }
    m_views->setQuery(queryLine());
    Q_EMIT queryLineChanged(queryLine());
}

void AuditPanel::tellFaults(const AuditQueryText &parsed)
{
    QString text;
    if (!parsed.unknownField.isEmpty())
        text = tr("There is no field “%1”. Fields are: %2.")
                   .arg(parsed.unknownField, auditQueryFields().join(u", "_s));
    else if (!parsed.notExcludable.isEmpty())
        text = tr("“%1” can be asked for, but not left out.").arg(parsed.notExcludable);
    else if (!parsed.wrongTime.isEmpty())
        text =
            tr("“%1” is no time. Try “yesterday 14:00”, “-3d” or “2026-11-27 14:03”.").arg(parsed.wrongTime);
    else if (parsed.endsFirst)
        text = tr("Nothing is after “after:” and before “before:”.");
    m_queryMessage->setText(text);
    m_queryMessage->setVisible(!text.isEmpty());
}

void AuditPanel::showAround(const TimeSpan &range)
{
    AuditFilter filter = m_asked;
    filter.from = range.from.isValid() ? std::optional(range.from) : std::nullopt;
    filter.to = range.to.isValid() ? std::optional(range.to) : std::nullopt;
    m_models.around.setFilter(filter);
}

void AuditPanel::setQueryLine(const QString &line)
{
    // The time stands in the chip, as far as the line names one.
    const AuditQueryText parsed = parseAuditQuery(line, {}, m_time->frame());
    const bool hasTime = parsed.query.from || parsed.query.to;
    setSpan({parsed.query.from.value_or(QDateTime()), parsed.query.to.value_or(QDateTime())},
            hasTime ? TimePreset::None : TimePreset::All);
    m_query->setText(withoutAuditTime(
        line, m_time->frame())); // not with its signals blocked: its clear button listens to them
    runQuery();                  // and ends the wait that they began
}

QString AuditPanel::queryLine() const
{
    return withAuditTime(m_query->text(), m_span);
}

void AuditPanel::setPartner(const QString &partnerId)
{
    if (m_partnerId == partnerId && m_models.list.state() != models::LoadState::Idle)
        return;
    m_partnerId = partnerId;
    setPaneOpen(false);
    runQuery();
}

void AuditPanel::openEvent(const QString &eventId)
{
    m_query->clear();
    setSpan({}, TimePreset::All);
    runQuery();
    m_wanted = eventId;
    m_models.event.setEventId(eventId);
    m_pane->setVisible(true);
    showWanted();
}

/// Once it is known when an event that is looked for was, the list goes there.
void AuditPanel::showWanted()
{
    const auto &record = m_models.event.record();
    if (m_wanted.isEmpty() || !record || record->event.id != m_wanted)
        return;
    const QString id = std::exchange(m_wanted, QString());
    m_models.list.showAt(record->event.at, id);
}

void AuditPanel::focusFilter()
{
    m_query->setFocus(Qt::ShortcutFocusReason);
    m_query->selectAll();
}

void AuditPanel::refresh()
{
    m_models.list.refresh();
    m_models.counts.refresh();
    m_models.around.refresh();
}

void AuditPanel::showEvent(QShowEvent *event)
{
    // Whoever comes back to the head of the trail finds the head as it is now; a place further down is kept.
    if (!event->spontaneous() && m_models.list.heldCount() > 0 && m_models.list.isAtStart() &&
        m_table->verticalScrollBar()->value() == m_table->verticalScrollBar()->minimum())
        m_models.list.showHeld();
    QWidget::showEvent(event);
}

void AuditPanel::setOrder(RowOrder order)
{
    const bool isNewest = order == RowOrder::NewestFirst;
    m_order = order;
    m_orderButton->setIcon(icon(isNewest ? Icon::ArrowDown : Icon::ArrowUp));
    m_orderButton->setToolTip(isNewest ? tr("Newest first") : tr("Oldest first"));
    m_orderButton->setAccessibleName(m_orderButton->toolTip());
    m_models.list.setOrder(order);
    Q_EMIT statusChanged();
}

void AuditPanel::showState()
{
    if (m_missing)
        m_states->showEmpty();
    else
        showLoadState(*m_states, m_models.list, tr("The audit trail could not be loaded."));
    const int held = m_missing ? 0 : m_models.list.heldCount();
    m_held->setVisible(held > 0);
    if (held > 0) {
        m_held->setMessage(Severity::Info, tr("%n new event(s)", nullptr, held));
        m_held->setAction(tr("Show"));
    }
    const auto &searched = m_models.list.searchedTo();
    m_searched->setVisible(!m_missing && searched.has_value() && m_models.list.canSearchFurther());
    if (searched)
        m_searched->setMessage(Severity::Info,
                               tr("Searched back to %1.").arg(callMinute(*searched, m_time->zone())));
    setDisabledReason(m_export, m_models.list.rowCount() > 0 ? QString() : tr("There is nothing to export."));
    showRow(m_table->currentIndex()); // it may have changed while the pane was not to be seen
}

void AuditPanel::showRow(const QModelIndex &index)
{
    // Fetched only while the pane is open: reading an event may be recorded.
    if (index.isValid() && m_pane->isVisible() && m_wanted.isEmpty())
        m_models.event.setEventId(m_models.list.idAt(index.row()));
    Q_EMIT statusChanged();
}

void AuditPanel::setPaneOpen(bool open)
{
    const bool hadFocus = m_pane->isAncestorOf(window()->focusWidget()); // hiding gives it to anybody
    m_wanted.clear();
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

void AuditPanel::addFilter(const QString &field, const QString &value, bool isExcluded)
{
    if (value.isEmpty())
        return;
    m_query->setText(withAuditField(m_query->text(), field, value, isExcluded));
    runQuery();
    m_views->remember();
}

void AuditPanel::filterCell(bool isExcluded)
{
    const QModelIndex cell = m_table->currentIndex();
    if (!cell.isValid())
        return;
    const AuditEvent &event = m_models.list.eventAt(cell.row());
    switch (cell.column()) {
    case AuditListModel::ActorColumn:
        return addFilter(u"actor"_s, event.actor, isExcluded);
    case AuditListModel::ActionColumn:
    case AuditListModel::SentenceColumn:
        return addFilter(u"action"_s, event.action, isExcluded);
    case AuditListModel::TargetColumn:
        return addFilter(u"target"_s, event.targetId, isExcluded);
    default:
        return;
    }
}

void AuditPanel::fillMenu(QMenu *menu, const QModelIndex &index)
{
    const AuditEvent event = m_models.list.eventAt(index.row());
    const auto filter = [this, menu](const QString &text, const QString &field, const QString &value,
                                     bool isExcluded = false) {
        if (!value.isEmpty())
            connect(menu->addAction(icon(Icon::Filter), text), &QAction::triggered, this,
                    [this, field, value, isExcluded] { addFilter(field, value, isExcluded); });
    };
    filter(tr("Filter for this actor"), u"actor"_s, event.actor);
    filter(tr("Filter for this action"), u"action"_s, event.action);
    filter(tr("Filter for this object"), u"target"_s, event.targetId);
    if (m_partnerId.isEmpty())
        filter(tr("Filter for this partner"), u"partner"_s, event.partnerId);
    filter(tr("Filter for this request"), u"request"_s, event.requestId);
    menu->addSeparator();
    filter(tr("Leave out this actor"), u"actor"_s, event.actor, true);
    filter(tr("Leave out this action"), u"action"_s, event.action, true);
    menu->addSeparator();
    const auto copy = [this, menu](const QString &text, const QString &value) {
        connect(menu->addAction(icon(Icon::Copy), text), &QAction::triggered, this,
                [this, value] { m_context.clipboard.setText(value); });
    };
    copy(tr("Copy value"), index.data(Qt::DisplayRole).toString());
    copy(tr("Copy event ID"), event.id);
    copy(tr("Copy time (ISO 8601)"), event.at.toUTC().toString(Qt::ISODateWithMs));
    copy(tr("Copy link"), places::auditPage({}, event.id).toString());
}

void AuditPanel::exportEvents()
{
    m_exporting->start(tr("Export audit events"), u"audit"_s, [this] {
        return std::make_unique<models::AuditExport>(m_context.connection.audit(), m_asked, m_order);
    });
}

QString AuditPanel::answerCount() const
{
    return m_missing ? QString() : countText(m_models.list);
}

StatusText AuditPanel::statusText() const
{
    StatusText text;
    const int selected = int(m_table->selectedRowNumbers().size());
    if (const QString count = answerCount(); !count.isEmpty()) {
        const int plural = countForPlural(m_models.list);
        text.counts = m_order == RowOrder::NewestFirst
                          ? tr("%1 matching event(s) · newest first", nullptr, plural).arg(count)
                          : tr("%1 matching event(s) · oldest first", nullptr, plural).arg(count);
    }
    if (selected > 0)
        text.selection = tr("%n selected", nullptr, selected);
    text.freshness = freshnessText(m_models.list.loadedAt(), m_context.ticker);
    for (const QString &hint : {tr("Space peek"), tr("Enter open"), tr("/ filter"), tr("T time")})
        text.hints.append({hint, m_table});
    return text;
}

QVariantMap AuditPanel::saveState() const
{
    const QModelIndex current = m_table->currentIndex();
    return {{u"query"_s, queryLine()},
            {u"preset"_s, models::presetKey(m_preset)},
            {u"oldestFirst"_s, m_order == RowOrder::OldestFirst},
            {u"pane"_s, m_pane->isVisible()},
            {u"at"_s, current.isValid() ? m_models.list.timeOf(current.row()) : QDateTime()},
            {u"current"_s, m_table->currentKey()}};
}

void AuditPanel::restoreState(const QVariantMap &state)
{
    if (state.isEmpty())
        return;
    setOrder(state.value(u"oldestFirst"_s).toBool() ? RowOrder::OldestFirst : RowOrder::NewestFirst);
    setQueryLine(state.value(u"query"_s).toString());
    if (const TimePreset preset = models::presetOfKey(state.value(u"preset"_s).toString());
        preset != TimePreset::None && preset != TimePreset::All) {
        setSpan(models::spanOf(preset, m_time->frame()), preset);
        runQuery();
    }
    const QString key = state.value(u"current"_s).toString();
    if (const QDateTime at = state.value(u"at"_s).toDateTime(); at.isValid() && !m_table->selectKey(key))
        m_models.list.showAt(at, key);
    setPaneOpen(state.value(u"pane"_s).toBool());
}

} // namespace pc::views
