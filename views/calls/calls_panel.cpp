// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/calls_panel.h"

#include "models/calls/call_export.h"
#include "models/calls/call_models.h"
#include "models/calls/call_query_text.h"
#include "models/session/connection.h"
#include "models/text/figures.h"
#include "models/time/span_around.h"
#include "views/calls/call_filter_chips.h"
#include "views/calls/call_menu.h"
#include "views/calls/call_notes.h"
#include "views/calls/call_nothing.h"
#include "views/calls/call_search.h"
#include "views/calls/call_table.h"
#include "views/calls/why_pane.h"
#include "views/dialogs/saved_views_button.h"
#include "views/export/export_strip.h"
#include "views/seams/calls_places.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/shell/navigator.h"
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
#include "views/widgets/relative_time.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/words/call_words.h"
#include "views/words/load_view.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <numeric>
#include <utility>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::CallListModel;
using models::TimePreset;
using models::TimeSpan;

namespace {

qint64 sumOf(const QList<qint64> &counts)
{
    return std::accumulate(counts.begin(), counts.end(), qint64{0});
}

} // namespace

CallsPanel::CallsPanel(const ViewContext &context, models::CallModels &models, const QString &partnerId,
                       QWidget *parent)
    : QWidget(parent), m_context(context), m_models(models), m_partnerId(partnerId)
{
    buildUi();
    wire();
}

CallsPanel::~CallsPanel() = default;

void CallsPanel::buildUi()
{
    setObjectName(u"callsPanel"_s);
    m_strip = new TimeStrip(Counted::Calls);
    m_strip->setObjectName(u"callStrip"_s);
    m_strip->setHasMarkRow(true);
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

    m_pane = new WhyPane(m_context, m_models.explanation);
    m_pane->setMinimumWidth(space::peekMinimum);
    m_pane->hide();
    m_splitter = new QSplitter;
    m_splitter->setObjectName(u"callsSplitter"_s);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({800, space::peek + space::xxl});
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_splitter);
}

void CallsPanel::makeTable()
{
    m_table = makeCallTable(m_models.list);
    m_table->setColumnHiddenByUser(CallListModel::PartnerColumn, !m_partnerId.isEmpty());
    m_bar = new TimeScrollBar(m_table->viewport());
    m_bar->setObjectName(u"callScrollBar"_s);
    m_bar->setAccessibleName(tr("Place in all calls"));
    m_link = new TimelineLink(m_models.list, m_models.counts, m_models.around, *m_table, *m_strip, *m_bar);
}

QWidget *CallsPanel::makeFilterRow()
{
    auto *row = new QWidget;
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(space::pageMargin, space::s, space::pageMargin, space::s);
    column->setSpacing(space::xs);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::s);
    m_search = new CallSearch(m_context, [this] { return frame(); });
    m_search->setMinimumWidth(210);
    m_search->setMaximumWidth(260);
    m_time = new TimeChip(Counted::Calls, m_context.ticker);
    m_time->setObjectName(u"callTime"_s);
    m_chips = new CallFilterChips(m_models.facet, m_models.names, m_time, !m_partnerId.isEmpty());
    m_orderButton = makeIconButton(u"callOrder"_s, Icon::ArrowDown, tr("Newest first"), this);
    m_live = makeIconButton(u"callLive"_s, Icon::Play, tr("Show new calls as they come"), this);
    m_live->setCheckable(true);
    m_columns = makeIconButton(u"callColumns"_s, Icon::Columns, tr("Columns"), this);
    line->addWidget(m_search, 1, Qt::AlignTop);
    line->addWidget(m_chips, 3);
    line->addWidget(m_live, 0, Qt::AlignTop);
    line->addWidget(m_orderButton, 0, Qt::AlignTop);
    line->addWidget(m_columns, 0, Qt::AlignTop);
    column->addLayout(line);
    column->addWidget(m_search->message());
    column->addWidget(m_search->answer());
    return row;
}

QWidget *CallsPanel::makeList()
{
    m_notes = new CallNotes(m_models);
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
    m_states = new StateStack(content, Skeleton::Shape::Table);
    m_states->setObjectName(u"callStates"_s);

    auto *list = new QWidget;
    auto *outer = new QVBoxLayout(list);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_states, 1);
    outer->addWidget(m_notes);
    outer->addWidget(m_exporting);
    return list;
}

void CallsPanel::makeActions()
{
    m_actions = new QWidget(this);
    auto *row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    m_views = new SavedViewsButton(m_context, places::calls);
    m_export = makeButton(u"exportCalls"_s, tr("Export…"), Icon::Download);
    row->addWidget(m_views);
    row->addWidget(m_export);
}

void CallsPanel::wire()
{
    wireTime();
    wireTable();
    connect(m_search, &CallSearch::filterChosen, this, [this](const CallFilter &filter) {
        setFilter(filter);
        m_views->remember();
        focusContent();
    });
    connect(m_search, &CallSearch::callChosen, this, &CallsPanel::openCall);
    connect(m_search, &CallSearch::timeChosen, this, [this](const QDateTime &time) {
        m_link->goTo(time);
        focusContent();
    });
    connect(m_search, &CallSearch::leaveToRows, this, &CallsPanel::focusContent);
    connect(m_chips, &CallFilterChips::filterChanged, this, [this](const CallFilter &filter) {
        setFilter(filter, m_preset);
        m_views->remember();
    });
    connect(m_views, &SavedViewsButton::viewChosen, this, &CallsPanel::setQuery);
    connect(m_export, &QPushButton::clicked, this, &CallsPanel::exportCalls);
    connect(m_orderButton, &QToolButton::clicked, this, [this] {
        setOrder(m_order == RowOrder::NewestFirst ? RowOrder::OldestFirst : RowOrder::NewestFirst);
    });
    connect(m_live, &QToolButton::toggled, this, [this](bool isOn) {
        m_models.list.setLiveTail(isOn);
        if (isOn) {
            setOrder(RowOrder::NewestFirst);
            m_models.list.showNewest();
        }
        m_live->setIcon(icon(isOn ? Icon::Pause : Icon::Play));
    });
    connect(m_columns, &QToolButton::clicked, this, [this] { openColumnsMenu(*m_table, *m_columns); });
    connect(&m_models.list, &models::PagedModel::stateChanged, this, &CallsPanel::showState);
    connect(&m_models.list, &models::TimelineModel::heldCountChanged, this, &CallsPanel::showState);
    connect(&m_models.counts, &models::ObjectModel::changed, this, &CallsPanel::showState);
    connect(&m_models.around, &models::ObjectModel::changed, this, &CallsPanel::showMarks);
    connect(&m_models.marks, &models::ChangeMarksModel::changed, this, &CallsPanel::showMarks);
    connect(&m_models.evidence, &models::ObjectModel::changed, this, &CallsPanel::showNothing);
    connect(&m_models.evidence, &models::ObjectModel::stateChanged, this, &CallsPanel::showNothing);
    connect(&m_models.explanation, &models::ObjectModel::changed, this, &CallsPanel::showExplained);
    connect(m_states, &StateStack::retryRequested, &m_models.list, &models::PagedModel::retry);
    connect(m_states, &StateStack::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    connect(m_pane, &WhyPane::closeRequested, this, [this] { setPaneOpen(false); });
    connect(m_pane, &WhyPane::filterRequested, this, [this](const CallFilter &filter) { setFilter(filter); });
    connect(&m_context.ticker, &TimeTicker::tick, this, &CallsPanel::statusChanged);
}

void CallsPanel::wireTime()
{
    m_controls = new TimeControls(*m_strip, *m_time, *m_link);
    connect(m_controls, &TimeControls::spanChosen, this, [this](const TimeSpan &span, TimePreset preset) {
        CallFilter filter = m_filter;
        filter.from = span.from.isValid() ? std::optional(span.from) : std::nullopt;
        filter.to = span.to.isValid() ? std::optional(span.to) : std::nullopt;
        setFilter(filter, preset);
        m_views->remember();
    });
    connect(m_controls, &TimeControls::rangeWanted, this, &CallsPanel::showAround);
    connect(m_controls, &TimeControls::zoneChanged, m_pane, &WhyPane::setZone);
    connect(m_strip, &TimeStrip::markActivated, this,
            [this](const QString &eventId) { m_context.navigator.navigate(places::auditPage({}, eventId)); });
}

void CallsPanel::wireTable()
{
    connect(m_table, &PcTableView::currentRowChanged, this, &CallsPanel::showRow);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CallsPanel::statusChanged);
    connect(m_table, &PcTableView::openRequested, this, [this] { setPaneOpen(true); });
    connect(m_table, &PcTableView::peekRequested, this, [this] { setPaneOpen(!m_pane->isVisible()); });
    connect(m_table, &QTableView::clicked, this, [this] { setPaneOpen(true); });
    connect(m_table, &PcTableView::copyRequested, this,
            [this](const QString &tsv, const QString &html) { m_context.clipboard.setText(tsv, html); });
    m_table->setContextMenuHook([this](QMenu *menu, const QModelIndex &index) {
        const CallMenuActs acts{[this](const QModelIndex &cell, bool isExcluded) {
                                    m_table->setCurrentIndex(cell);
                                    filterCell(isExcluded);
                                },
                                [this](const QModelIndex &cell) {
                                    m_table->setCurrentIndex(cell);
                                    setPaneOpen(true);
                                }};
        fillCallMenu(m_context, *menu, index, m_models.list.callAt(index.row()), acts);
    });
    const auto onKey = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, m_table);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    onKey(QKeySequence(Qt::Key_Slash), [this] { focusSearch(); });
    onKey(QKeySequence(Qt::Key_T), [this] { m_time->openPopover(); });
    onKey(QKeySequence(Qt::Key_F), [this] { filterCell(false); });
    onKey(QKeySequence(Qt::SHIFT | Qt::Key_F), [this] { filterCell(true); });
}

models::TimeFrame CallsPanel::frame() const
{
    return m_time->frame();
}

TimeSpan CallsPanel::span() const
{
    return {m_filter.from.value_or(QDateTime()), m_filter.to.value_or(QDateTime())};
}

void CallsPanel::setPartner(const QString &partnerId, const QString &timeZone)
{
    m_time->setZones(models::TimeZones(QTimeZone::systemTimeZone(), timeZone));
    if (m_partnerId == partnerId && m_models.list.state() != models::LoadState::Idle)
        return;
    m_partnerId = partnerId;
    setPaneOpen(false);
    setFilter(m_filter, m_preset);
}

void CallsPanel::setFilter(CallFilter filter, TimePreset preset)
{
    if (!m_partnerId.isEmpty()) {
        filter.set(CallField::Partner, {m_partnerId});
        filter.set(CallField::Partner, {}, true);
    }
    m_filter = std::move(filter);
    m_preset = preset;
    m_wanted.clear();
    ask();
}

void CallsPanel::ask(const std::optional<QDateTime> &at)
{
    CallQuery query;
    query.filter = m_filter;
    query.order = m_order;
    query.at = at;
    m_models.list.setQuery(query);
    m_models.counts.setFilter(m_filter);
    showAround(models::spanAround(span(), m_context.ticker.now()));
    const QStringList requests = m_filter.values(CallField::Request);
    m_models.evidence.setRequestId(requests.value(0));
    showFilter();
    showState();
    Q_EMIT queryChanged(this->query());
}

void CallsPanel::showAround(const TimeSpan &range)
{
    CallFilter filter = m_filter;
    filter.from = range.from.isValid() ? std::optional(range.from) : std::nullopt;
    filter.to = range.to.isValid() ? std::optional(range.to) : std::nullopt;
    m_models.around.setFilter(filter);
    const QStringList partners = m_filter.values(CallField::Partner);
    m_models.marks.setQuestion(partners.size() == 1 ? partners.constFirst() : QString(), range);
}

void CallsPanel::showFilter()
{
    m_search->setFilter(m_filter);
    m_chips->setFilter(m_filter);
    m_controls->setChoice(span(), m_preset);
    m_views->setQuery(query());
    // One partner needs no column of its own.
    const bool isOne = m_filter.values(CallField::Partner).size() == 1;
    m_table->setColumnHiddenByUser(CallListModel::PartnerColumn, isOne);
}

void CallsPanel::showState()
{
    showLoadState(*m_states, m_models.list, tr("The calls could not be loaded."));
    const bool isEmpty = m_models.list.isAnswer() && m_models.list.rowCount() == 0;
    if (isEmpty)
        showNothing();
    // What the pane explains would belong to nothing that is listed.
    if (isEmpty && m_wanted.isEmpty() && m_pane->isVisible() &&
        m_models.list.state() == models::LoadState::Ready)
        setPaneOpen(false);
    m_notes->showState(m_filter, m_time->zone());
    setDisabledReason(m_export, m_models.list.rowCount() > 0 ? QString() : tr("There is nothing to export."));
    showRow(m_table->currentIndex());
}

void CallsPanel::showNothing()
{
    if (!m_models.list.isAnswer() || m_models.list.rowCount() > 0)
        return;
    const auto &counts = m_models.counts.histogram();
    const NothingWords words =
        nothingWords(m_filter, m_models.evidence, counts ? counts->keptSince : QDateTime(), m_time->zone());
    m_states->empty()->set(words.icon, words.title, words.text);
    m_states->showEmpty();
}

void CallsPanel::showMarks()
{
    QList<StripMark> marks;
    for (const AuditEvent &event : m_models.marks.events())
        marks.append(stripMarkOf(event, m_time->zone()));
    m_strip->setMarks(marks);
}

void CallsPanel::showRow(const QModelIndex &index)
{
    if (index.isValid() && m_pane->isVisible() && m_wanted.isEmpty())
        m_models.explanation.setCallId(m_models.list.idAt(index.row()));
    Q_EMIT statusChanged();
}

void CallsPanel::openCall(const QString &callId)
{
    setFilter({}, TimePreset::All);
    m_wanted = callId;
    m_models.explanation.setCallId(callId);
    m_pane->setVisible(true);
    showExplained();
}

/// Once it is known when a call that is looked for was, the list goes there.
void CallsPanel::showExplained()
{
    const auto &explanation = m_models.explanation.explanation();
    if (m_wanted.isEmpty() || !explanation || explanation->call.id != m_wanted)
        return;
    const QString id = std::exchange(m_wanted, QString());
    m_models.list.showAt(explanation->call.at, id);
}

void CallsPanel::setPaneOpen(bool open)
{
    const bool hadFocus = m_pane->isAncestorOf(window()->focusWidget()); // hiding gives it to anybody
    m_wanted.clear();
    m_pane->setVisible(open);
    if (open)
        showRow(m_table->currentIndex());
    else if (hadFocus)
        focusContent();
}

void CallsPanel::setOrder(RowOrder order)
{
    const bool isNewest = order == RowOrder::NewestFirst;
    m_order = order;
    m_orderButton->setIcon(icon(isNewest ? Icon::ArrowDown : Icon::ArrowUp));
    m_orderButton->setToolTip(isNewest ? tr("Newest first") : tr("Oldest first"));
    m_orderButton->setAccessibleName(m_orderButton->toolTip());
    m_models.list.setOrder(order);
    if (!isNewest)
        m_live->setChecked(false);
    Q_EMIT statusChanged();
}

void CallsPanel::filterCell(bool isExcluded)
{
    const QModelIndex cell = m_table->currentIndex();
    const auto field = static_cast<CallField>(cell.data(CallListModel::FieldRole).toInt());
    const QString value = cell.data(CallListModel::FieldValueRole).toString();
    if (!cell.isValid() || field == CallField::Unknown || value.isEmpty())
        return;
    const QString line = models::withCallField(query(), field, value, isExcluded);
    setFilter(models::parseCallQuery(line, {}, frame()).filter, m_preset);
    m_views->remember();
}

void CallsPanel::exportCalls()
{
    m_exporting->start(tr("Export calls"), u"calls"_s, [this] {
        return std::make_unique<models::CallExport>(m_context.connection.calls(), m_filter, m_order);
    });
}

void CallsPanel::setQuery(const QString &query)
{
    setFilter(models::parseCallQuery(query, {}, frame()).filter,
              query.isEmpty() ? TimePreset::All : TimePreset::None);
}

QString CallsPanel::query() const
{
    CallFilter filter = m_filter;
    if (!m_partnerId.isEmpty())
        filter.set(CallField::Partner, {});
    return models::callQueryText(filter);
}

void CallsPanel::refresh()
{
    m_models.list.refresh();
    m_models.counts.refresh();
    m_models.around.refresh();
}

void CallsPanel::focusContent()
{
    m_states->focusInContent(m_table);
}

void CallsPanel::focusSearch()
{
    m_search->focusLine();
}

bool CallsPanel::closeLayer()
{
    const bool open = m_pane->isVisible();
    setPaneOpen(false);
    return open;
}

QString CallsPanel::answerText() const
{
    const QLocale locale;
    const auto &counts = m_models.counts.histogram();
    if (!m_models.list.isAnswer())
        return {};
    const QString rows = countText(m_models.list);
    if (counts && m_models.counts.isAnswer() && !counts->all.isEmpty() && !counts->countedFrom.isValid()) {
        const qint64 all = sumOf(counts->all);
        return tr("%1 of %2 call(s)", nullptr, models::forPlural(all)).arg(rows, locale.toString(all));
    }
    return rows.isEmpty() ? QString() : tr("%1 call(s)", nullptr, countForPlural(m_models.list)).arg(rows);
}

StatusText CallsPanel::statusText() const
{
    StatusText text;
    text.counts = answerText();
    if (const int selected = static_cast<int>(m_table->selectedRowNumbers().size()); selected > 0)
        text.selection = tr("%n selected", nullptr, selected);
    text.freshness = freshnessText(m_models.list.loadedAt(), m_context.ticker);
    for (const QString &hint : {tr("Space why"), tr("F filter for this cell"), tr("T time"), tr("/ search")})
        text.hints.append({hint, m_table});
    return text;
}

QVariantMap CallsPanel::saveState() const
{
    return {{u"query"_s, query()},
            {u"preset"_s, models::presetKey(m_preset)},
            {u"oldestFirst"_s, m_order == RowOrder::OldestFirst},
            {u"pane"_s, m_pane->isVisible()},
            {u"at"_s, m_table->currentIndex().isValid() ? m_models.list.timeOf(m_table->currentIndex().row())
                                                        : QDateTime()},
            {u"current"_s, m_table->currentKey()}};
}

void CallsPanel::restoreState(const QVariantMap &state)
{
    if (state.isEmpty())
        return;
    setOrder(state.value(u"oldestFirst"_s).toBool() ? RowOrder::OldestFirst : RowOrder::NewestFirst);
    CallFilter filter = models::parseCallQuery(state.value(u"query"_s).toString(), {}, frame()).filter;
    setFilter(filter, models::presetOfKey(state.value(u"preset"_s).toString()));
    if (const QDateTime at = state.value(u"at"_s).toDateTime(); at.isValid())
        m_models.list.showAt(at, state.value(u"current"_s).toString());
    setPaneOpen(state.value(u"pane"_s).toBool());
}

} // namespace pc::views
