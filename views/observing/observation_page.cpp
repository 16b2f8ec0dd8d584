// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/observing/observation_page.h"

#include "contract/rules/date_words.h"
#include "models/base/item_roles.h"
#include "models/observing/observation_list_model.h"
#include "models/observing/observed_tables.h"
#include "models/session/connection.h"
#include "models/text/enum_names.h"
#include "views/commands/command_registry.h"
#include "views/export/csv_text.h"
#include "views/observing/callers_panel.h"
#include "views/observing/observing_acts.h"
#include "views/observing/refusals_panel.h"
#include "views/observing/report_words.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/usage/chart_card.h"
#include "views/widgets/badge.h"
#include "views/widgets/buttons.h"
#include "views/widgets/chip.h"
#include "views/widgets/label.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/surface.h"
#include "views/widgets/table_view.h"
#include "views/widgets/underline_tabs.h"
#include "views/words/load_view.h"
#include "views/words/observation_words.h"

#include <QActionGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::ObservationListModel;
using models::ObservationReportModel;
using models::ObservedBy;

namespace {

const QString reasonPart = QStringLiteral("reason");
const QString partnerPart = QStringLiteral("partner");
const QString routePart = QStringLiteral("route");
const QString callersPart = QStringLiteral("callers");

constexpr int chartHeight = 200;
constexpr int roomForChart = 690; // below that the tables need it

} // namespace

ObservationPage::ObservationPage(const ViewContext &context, const ObservingDeps &deps, QWidget *parent)
    : Page(parent), m_context(context), m_deps(deps),
      m_report(context.connection.observations(), context.connection.feed())
{
    buildUi();
    wire();
    showReport();
}

ObservationPage::~ObservationPage()
{
    m_deps.acts.choose({});
}

QWidget *ObservationPage::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::pageMargin, space::m, space::pageMargin, space::s);
    row->setSpacing(space::s);
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    auto *first = new QHBoxLayout;
    first->setSpacing(space::s);
    m_name = new ElidedLabel({}, TypeRole::DialogTitle);
    m_name->setWeight(QFont::DemiBold);
    m_name->setObjectName(u"observedName"_s);
    m_badge = new Badge;
    m_badge->setObjectName(u"observedState"_s);
    first->addWidget(m_name);
    first->addWidget(m_badge);
    first->addStretch();
    m_facts = new ElidedLabel({}, TypeRole::Small, Tone::Muted);
    m_facts->setObjectName(u"observedFacts"_s);
    names->addLayout(first);
    names->addWidget(m_facts);
    row->addLayout(names, 1);
    m_export = makeIconButton(u"observedCsv"_s, Icon::Download, tr("Export as CSV"), head);
    m_extend = makeButton(u"reportExtend"_s, tr("Another end…"), Icon::Calendar);
    m_enforce = makeButton(u"reportEnforce"_s, tr("Enforce…"), Icon::Lock, ButtonKind::Danger);
    m_again = makeButton(u"reportAgain"_s, tr("Back to observing…"), Icon::Undo);
    row->addWidget(m_export);
    for (QPushButton *each : {m_extend, m_again, m_enforce})
        row->addWidget(each);
    return head;
}

void ObservationPage::buildUi()
{
    setObjectName(u"observationPage"_s);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    auto *chips = new QHBoxLayout;
    chips->setContentsMargins(space::pageMargin, 0, space::pageMargin, space::s);
    chips->setSpacing(space::m);
    m_range = new Chip(tr("Time"), rangeText(m_report.range()));
    m_range->setObjectName(u"reportRange"_s);
    m_onlyRefused = new QCheckBox(tr("Without what would pass today"));
    m_onlyRefused->setObjectName(u"onlyRefused"_s);
    chips->addWidget(m_range);
    chips->addWidget(m_onlyRefused);
    chips->addStretch();
    m_asOf = new Label({}, TypeRole::Small, Tone::Muted);
    m_asOf->setObjectName(u"reportAsOf"_s);
    chips->addWidget(m_asOf);
    column->addLayout(chips);
    auto *words = new QVBoxLayout;
    words->setContentsMargins(space::pageMargin, 0, space::pageMargin, space::s);
    words->setSpacing(2);
    m_headline = new Label({}, TypeRole::Section);
    m_headline->setWeight(QFont::DemiBold);
    m_headline->setObjectName(u"reportHeadline"_s);
    m_headline->setWordWrap(true);
    m_note = new Label({}, TypeRole::Small, Tone::Muted);
    m_note->setObjectName(u"reportNote"_s);
    m_note->setWordWrap(true);
    words->addWidget(m_headline);
    words->addWidget(m_note);
    column->addLayout(words);
    m_chart = new ChartCard(m_context, u"observed"_s);
    m_chart->setFixedHeight(chartHeight);
    auto *chartRow = new QVBoxLayout;
    chartRow->setContentsMargins(space::pageMargin, 0, space::pageMargin, space::s);
    chartRow->addWidget(m_chart);
    column->addLayout(chartRow);
    m_tabs = new UnderlineTabs;
    m_tabs->setObjectName(u"reportTabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the report"));
    m_tabs->addTab(reasonPart, tr("By reason"), UnderlineTabs::Counted::Yes);
    m_tabs->addTab(partnerPart, tr("By partner"), UnderlineTabs::Counted::Yes);
    m_tabs->addTab(routePart, tr("By route"), UnderlineTabs::Counted::Yes);
    m_tabs->addTab(callersPart, tr("Unknown callers"), UnderlineTabs::Counted::Yes);
    auto *tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(space::m, 0, space::pageMargin, 0);
    tabRow->addWidget(m_tabs, 1);
    column->addLayout(tabRow);
    m_refusals = new RefusalsPanel(m_context);
    m_callers = new CallersPanel(m_context);
    m_parts = new QStackedWidget;
    m_parts->addWidget(m_refusals);
    m_parts->addWidget(m_callers);
    column->addWidget(m_parts, 1);
    m_states = new StateStack(scrollOver(content), Skeleton::Shape::Table); // a low window shows a part
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_states);
}

void ObservationPage::wire()
{
    connect(&m_report, &models::ObjectModel::changed, this, &ObservationPage::showReport);
    connect(&m_report, &models::ObjectModel::stateChanged, this, &ObservationPage::showReport);
    connect(&m_deps.observations, &models::PagedModel::stateChanged, this, &ObservationPage::showReport);
    connect(m_states, &StateStack::retryRequested, &m_report, &ObservationReportModel::refresh);
    connect(m_states, &StateStack::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    connect(m_range, &Chip::clicked, this, &ObservationPage::showRangeMenu);
    connect(m_onlyRefused, &QCheckBox::toggled, this, &ObservationPage::showLines);
    connect(m_tabs, &UnderlineTabs::currentIdChanged, this, [this] {
        showPart();
        if (!m_id.isEmpty())
            Q_EMIT locationChanged(places::observationPage(m_id, m_tabs->currentId()));
    });
    connect(m_refusals, &RefusalsPanel::mendRequested, this, &ObservationPage::mend);
    connect(m_export, &QToolButton::clicked, this, &ObservationPage::saveCsv);
    const auto runs = [this](QPushButton *button, const QString &command) {
        connect(button, &QPushButton::clicked, this, [this, command] { m_context.commands.run(command); });
    };
    runs(m_extend, ObservingActs::extend());
    runs(m_enforce, ObservingActs::enforce());
    runs(m_again, ObservingActs::again());
    connect(&m_context.commands, &CommandRegistry::refreshed, this, &ObservationPage::showButtons);
    connect(&m_context.ticker, &TimeTicker::tick, this, [this] {
        if (isVisible())
            m_report.keepFresh();
        Q_EMIT statusChanged();
    });
}

void ObservationPage::open(const Location &location)
{
    const bool other = location.arg(0) != m_id;
    m_id = location.arg(0);
    m_deps.observations.ensureLoaded();
    m_report.setObservation(m_id);
    if (!location.arg(1).isEmpty())
        showTab(location.arg(1));
    if (!other)
        m_report.refresh(); // of now, what was mended meanwhile
    showReport();
}

std::optional<ObservationSummary> ObservationPage::observed() const
{
    // The list hears first of what is done with it.
    if (const ObservationSummary *listed = m_deps.observations.observation(m_id))
        return *listed;
    if (const auto &report = m_report.report())
        return ObservationSummary{report->observation, report->name, {}, {}, {}};
    return std::nullopt;
}

QString ObservationPage::title() const
{
    const auto shown = observed();
    return shown ? ObservationListModel::targetText(shown->observation, shown->name) : tr("Observed");
}

QList<Crumb> ObservationPage::breadcrumb() const
{
    return {{tr("Observing"), places::observingPage()}, {title(), {}}};
}

bool ObservationPage::isOver(const ObservationReport &report) const
{
    return ObservationListModel::isOver(report.observation, m_context.ticker.now());
}

/// Another one of the same name is another title while it is not known yet.
void ObservationPage::showTitle()
{
    const QString now = title();
    if (now == m_title)
        return;
    m_title = now;
    m_name->setText(now);
    Q_EMIT titleChanged();
}

void ObservationPage::showReport()
{
    showTitle();
    showLoadState(*m_states, m_report, tr("The report could not be made."));
    const auto shown = observed();
    if (shown) {
        const Observation &observation = shown->observation;
        const QDateTime now = m_context.ticker.now();
        const bool over = ObservationListModel::isOver(observation, now);
        m_badge->set(over ? Severity::Neutral : Severity::Warn, over ? Icon::Lock : Icon::Eye,
                     over ? tr("Enforced") : tr("Observed"));
        const QDateTime end = observation.endedAt.value_or(observation.until);
        QStringList facts{
            models::nameOf(observation.kind),
            over ? tr("enforced since %1 UTC").arg(rules::momentText(end, rules::DateForm::DayOfYear))
                 : tr("until %1", "when").arg(observedUntilText(observation, now)),
            tr("begun by %1 on %2", "who, when")
                .arg(observation.begunBy, rules::dateText(observation.begunAt, rules::DateForm::DayOfYear)),
            observation.reason};
        if (!observation.ticket.isEmpty())
            facts.append(observation.ticket);
        m_facts->setText(facts.join(u" · "_s));
    }
    if (const auto &report = m_report.report()) {
        m_headline->setText(reportHeadline(*report));
        m_asOf->setText(
            tr("As of %1 UTC", "time").arg(QLocale().toString(report->to.toUTC().time(), u"HH:mm"_s)));
        m_chart->setData(courseChart(*report), tr("Course"));
        m_callers->setStrangers(
            report->strangers, report->moreStrangers,
            report->calls > 0 ? tr("Every call in this time showed a credential that the platform knows.")
                              : whenNoneCameText(isOver(*report)));
        m_tabs->setCount(m_tabs->indexOfId(callersPart),
                         static_cast<int>(report->strangers.size()) + report->moreStrangers);
    }
    showLines();
    offer();
    showButtons();
    Q_EMIT statusChanged();
}

void ObservationPage::showLines()
{
    const auto &report = m_report.report();
    if (!report)
        return;
    const QList<ObservedLine> still = models::stillRefused(report->lines);
    m_onlyRefused->setEnabled(still.size() < report->lines.size() || m_onlyRefused->isChecked());
    const QList<ObservedLine> lines = m_onlyRefused->isChecked() ? still : report->lines;
    const QString note = reportNote(*report);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    if (report->calls == 0)
        m_refusals->showNothing(tr("No calls"), whenNoneCameText(isOver(*report)));
    else
        m_refusals->showNothing(
            tr("Nothing would be refused"),
            report->refused > 0 ? tr("All that would have been refused would pass by what is in force now.")
                                : tr("Every call in this time would have been allowed."));
    m_refusals->setLines(lines, report->refused);
    const auto count = [&](const QString &part, ObservedBy by) {
        m_tabs->setCount(m_tabs->indexOfId(part), static_cast<int>(models::groupsOf(lines, by).size()));
    };
    count(reasonPart, ObservedBy::Reason);
    count(partnerPart, ObservedBy::Partner);
    count(routePart, ObservedBy::Route);
}

void ObservationPage::showPart()
{
    const QString part = m_tabs->currentId();
    if (part == callersPart) {
        m_parts->setCurrentWidget(m_callers);
        return;
    }
    m_refusals->setBy(part == partnerPart ? ObservedBy::Partner
                      : part == routePart ? ObservedBy::Route
                                          : ObservedBy::Reason);
    m_parts->setCurrentWidget(m_refusals);
}

void ObservationPage::showTab(const QString &tab)
{
    if (m_tabs->indexOfId(tab) >= 0)
        m_tabs->setCurrentId(tab);
}

QString ObservationPage::rangeText(ObservationReportModel::Range range)
{
    switch (range) {
    case ObservationReportModel::Range::Day:
        return tr("Last 24 hours");
    case ObservationReportModel::Range::Week:
        return tr("Last 7 days");
    case ObservationReportModel::Range::All:
        break;
    }
    return tr("From the beginning");
}

void ObservationPage::showRangeMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *group = new QActionGroup(menu);
    using Range = ObservationReportModel::Range;
    for (const Range each : {Range::Day, Range::Week, Range::All}) {
        QAction *action = menu->addAction(rangeText(each), this, [this, each] {
            m_range->setValue(rangeText(each));
            m_report.setRange(each);
        });
        action->setCheckable(true);
        action->setChecked(each == m_report.range());
        group->addAction(action);
    }
    menu->popup(m_range->mapToGlobal(QPoint(0, m_range->height() + space::xs)));
}

void ObservationPage::showButtons()
{
    const CommandRegistry &commands = m_context.commands;
    setDisabledReason(m_extend, commands.state(ObservingActs::extend()).reason);
    setDisabledReason(m_enforce, commands.state(ObservingActs::enforce()).reason);
    setDisabledReason(m_again, commands.state(ObservingActs::again()).reason);
    const auto shown = observed();
    const bool over = shown && ObservationListModel::isOver(shown->observation, m_context.ticker.now());
    m_extend->setVisible(!over);
    m_enforce->setVisible(!over);
    m_again->setVisible(over);
}

/// What the commands are about, while this page is the one on show.
void ObservationPage::offer()
{
    if (isVisible())
        m_deps.acts.choose(observed());
}

void ObservationPage::mend(const ObservedLine &line)
{
    if (models::mendOf(line) == models::Mend::Keys) {
        showTab(callersPart);
        m_callers->focusContent();
        return;
    }
    const auto &report = m_report.report();
    const bool ofApi = report && (report->observation.kind == ObservationKind::Api ||
                                  report->observation.kind == ObservationKind::Routes);
    const Location place = mendPlace(line, ofApi ? report->observation.target : QString());
    if (place.isValid())
        Q_EMIT navigate(place);
}

void ObservationPage::saveCsv()
{
    const auto &report = m_report.report();
    if (!report)
        return;
    const QString day = m_context.ticker.now().toUTC().date().toString(Qt::ISODate);
    if (m_tabs->currentId() == callersPart) {
        using models::StrangerTable;
        exportCsv(this, m_context, tr("Export the unknown callers"), u"unknown-callers-%1.csv"_s.arg(day),
                  csvOf(m_callers->model(), {StrangerTable::ShownColumn, StrangerTable::SourceColumn,
                                             StrangerTable::UserAgentColumn, StrangerTable::WhatColumn,
                                             StrangerTable::CallsColumn, StrangerTable::LastColumn}),
                  m_callers->model().rowCount());
        return;
    }
    using models::ObservedLineTable;
    ObservedLineTable all;
    all.setLines(m_onlyRefused->isChecked() ? models::stillRefused(report->lines) : report->lines);
    exportCsv(this, m_context, tr("Export what would be refused"), u"refusals-%1.csv"_s.arg(day),
              csvOf(all, {ObservedLineTable::ReasonColumn, ObservedLineTable::PartnerColumn,
                          ObservedLineTable::WhatColumn, ObservedLineTable::ScopeColumn,
                          ObservedLineTable::CallsColumn, ObservedLineTable::LastColumn,
                          ObservedLineTable::TodayColumn}),
              all.rowCount());
}

void ObservationPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    offer();
}

void ObservationPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (!event->spontaneous())
        m_deps.acts.choose({});
}

void ObservationPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_chart->setVisible(height() >= roomForChart);
}

StatusText ObservationPage::statusText() const
{
    StatusText text;
    text.freshness = freshnessText(m_report.loadedAt(), m_context.ticker);
    text.hints.append({tr("Enter kinds of calls"), m_refusals->groupTable()});
    text.hints.append({tr("Enter what mends it"), m_refusals->lineTable()});
    text.hints.append({tr("Enter import of keys"), m_callers->table()});
    return text;
}

void ObservationPage::refresh()
{
    m_deps.observations.refresh();
    m_report.refresh();
}

void ObservationPage::focusContent()
{
    if (m_tabs->currentId() == callersPart)
        m_callers->focusContent();
    else
        m_refusals->focusContent();
}

QStringList ObservationPage::contextCommands() const
{
    return ObservingActs::contextCommands();
}

} // namespace pc::views
