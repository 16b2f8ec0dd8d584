// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/audit/event_pane.h"

#include "models/audit/audit_models.h"
#include "models/calls/call_query_text.h"
#include "models/text/audit_sentence.h"
#include "models/text/figures.h"
#include "views/audit/integrity_card.h"
#include "views/seams/calls_places.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/shell/navigator.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/code_block.h"
#include "views/widgets/current_stack.h"
#include "views/widgets/diff_table.h"
#include "views/widgets/key_value_list.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/underline_tabs.h"
#include "views/widgets/whole_label.h"
#include "views/widgets/wrapping_row.h"
#include "views/words/change_rows.h"
#include "views/words/load_view.h"
#include "views/words/names.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

EventPane::EventPane(const ViewContext &context, models::AuditModels &models, QWidget *parent)
    : QWidget(parent), m_context(context), m_models(models), m_event(models.event)
{
    buildUi();
    wire();
    show();
}

void EventPane::buildUi()
{
    setObjectName(u"eventPane"_s);
    setAccessibleName(tr("Event"));
    m_states = new StateStack(makeDetails(), Skeleton::Shape::Detail);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_states);
}

QWidget *EventPane::makeDetails()
{
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(space::l, space::m, space::l, space::l);
    column->setSpacing(space::m);

    auto *head = new QHBoxLayout;
    m_title = new Label({}, TypeRole::Section);
    m_title->setWeight(QFont::DemiBold);
    m_title->setWordWrap(true);
    auto *copy = makeIconButton(u"copyEventId"_s, Icon::Copy, tr("Copy event ID"));
    auto *close = makeIconButton(u"closeEventPane"_s, Icon::Close, tr("Close"));
    head->addWidget(m_title, 1);
    head->addWidget(copy, 0, Qt::AlignTop);
    head->addWidget(close, 0, Qt::AlignTop);
    column->addLayout(head);
    m_sub = new WholeLabel({}, TypeRole::Small, Tone::Muted);
    column->addWidget(m_sub);

    m_tabs = new UnderlineTabs;
    m_tabs->setObjectName(u"eventTabs"_s);
    m_tabs->addTab(u"changes"_s, tr("Changes"));
    m_tabs->addTab(u"request"_s, tr("Request"));
    m_tabs->addTab(u"raw"_s, tr("Raw JSON"));
    column->addWidget(m_tabs);

    auto *changes = new QWidget;
    auto *changesColumn = new QVBoxLayout(changes);
    changesColumn->setContentsMargins(0, 0, 0, 0);
    m_diff = new DiffTable;
    m_diff->setObjectName(u"eventDiff"_s);
    m_diff->setAccessibleName(tr("Changed fields"));
    m_noChanges = new Label(tr("This event changed no fields."), TypeRole::Body, Tone::Muted);
    changesColumn->addWidget(m_diff);
    changesColumn->addWidget(m_noChanges);
    changesColumn->addStretch();

    m_request = new KeyValueList;
    auto *request = new QWidget;
    auto *requestColumn = new QVBoxLayout(request);
    requestColumn->setContentsMargins(0, 0, 0, 0);
    requestColumn->addWidget(m_request);
    auto *related = new WrappingRow;
    auto *sameRequest = makeButton(u"sameRequestButton"_s, tr("Same request"), Icon::Filter);
    auto *sameActor = makeButton(u"sameActorButton"_s, tr("Same actor"), Icon::Filter);
    auto *sameTarget = makeButton(u"sameTargetButton"_s, tr("Same object"), Icon::Filter);
    for (QPushButton *button : {sameRequest, sameActor, sameTarget})
        related->addWidget(button);
    requestColumn->addSpacing(space::m);
    requestColumn->addWidget(related);
    requestColumn->addStretch();

    m_raw = new CodeBlock;
    m_raw->setMaximumRows(18);
    auto *raw = new QWidget;
    auto *rawColumn = new QVBoxLayout(raw);
    rawColumn->setContentsMargins(0, 0, 0, 0);
    rawColumn->addWidget(m_raw);
    rawColumn->addStretch();

    m_stack = new CurrentStack;
    for (QWidget *page : {changes, request, raw})
        m_stack->addWidget(page);
    column->addWidget(m_stack, 1);
    m_refusals = new MessageBanner(Severity::Warn);
    m_refusals->setObjectName(u"eventRefusals"_s);
    m_refusals->setAction(tr("Show these calls"));
    m_refusals->hide();
    column->addWidget(m_refusals);
    m_integrity = new IntegrityCard(m_event);
    column->addWidget(m_integrity);

    connect(copy, &QToolButton::clicked, this, [this] { m_context.clipboard.setText(m_event.eventId()); });
    connect(close, &QToolButton::clicked, this, &EventPane::closeRequested);
    const auto narrow = [this](QPushButton *button, const QString &field, QString AuditEvent::*member) {
        connect(button, &QPushButton::clicked, this, [this, field, member] {
            if (m_event.record())
                Q_EMIT filterRequested(field, m_event.record()->event.*member);
        });
    };
    narrow(sameRequest, u"request"_s, &AuditEvent::requestId);
    narrow(sameActor, u"actor"_s, &AuditEvent::actor);
    narrow(sameTarget, u"target"_s, &AuditEvent::targetId);

    auto *scroll = new QScrollArea;
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return scroll;
}

void EventPane::wire()
{
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &CurrentStack::setCurrentIndex);
    connect(&m_event, &models::AuditEventModel::stateChanged, this, &EventPane::show);
    connect(&m_event, &models::AuditEventModel::changed, this, &EventPane::show);
    connect(&m_event, &models::AuditEventModel::changed, this, [this] {
        if (m_event.record() && m_event.proof() == models::EventProof::NotChecked)
            m_event.verify(); // every event that is looked at is checked
    });
    connect(m_states, &StateStack::retryRequested, &m_event, &models::AuditEventModel::refresh);
    const auto copy = [this](const QString &text) { m_context.clipboard.setText(text); };
    connect(m_states, &StateStack::copyRequested, this, copy);
    connect(m_raw, &CodeBlock::copyRequested, this, copy);
    connect(m_request, &KeyValueList::copyRequested, this, copy);
    connect(m_integrity, &IntegrityCard::copyRequested, this, copy);
    connect(&m_context.ticker, &TimeTicker::tick, this, &EventPane::show);
    connect(&m_models.refusals, &models::ObjectModel::changed, this, &EventPane::showRefusals);
    connect(&m_models.refusals, &models::ObjectModel::stateChanged, this, &EventPane::showRefusals);
    connect(m_refusals, &MessageBanner::actionTriggered, this, [this] {
        if (const auto &refusals = m_models.refusals.refusals())
            m_context.navigator.navigate(places::callsPage(models::callQueryText(refusals->filter)));
    });
}

void EventPane::showRefusals()
{
    const auto &refusals = m_models.refusals.refusals();
    const bool any = refusals && refusals->eventId == m_event.eventId() && refusals->calls > 0;
    m_refusals->setVisible(any);
    if (!any)
        return;
    const QString calls = QLocale().toString(refusals->calls);
    m_refusals->setMessage(Severity::Warn, refusals->callsAtLeast
                                               ? tr("%1 or more call(s) were refused because of it.", nullptr,
                                                    models::forPlural(refusals->calls))
                                                     .arg(calls)
                                               : tr("%1 call(s) were refused because of it.", nullptr,
                                                    models::forPlural(refusals->calls))
                                                     .arg(calls));
}

void EventPane::show()
{
    showLoadState(*m_states, m_event, tr("The event could not be loaded."));
    if (!m_event.record())
        return;
    const AuditEvent &event = m_event.record()->event;
    m_models.refusals.setEventId(event.id);
    showRefusals();
    m_title->setText(models::auditSentence(event));
    m_sub->setText(tr("%1 on %2 · %3 · %4 UTC")
                       .arg(event.actor,
                            event.targetName.isEmpty() ? event.targetId : inSentence(event.targetName),
                            m_context.ticker.relative(event.at), auditUtc(event.at)));

    const QList<DiffRow> rows = changeRows(event.changes);
    m_diff->setRows(rows);
    m_diff->setVisible(!rows.isEmpty());
    m_noChanges->setVisible(rows.isEmpty());

    const auto mono = KeyValueList::Options(KeyValueList::Mono) | KeyValueList::Copyable;
    m_request->setRow(u"action"_s, tr("Action"), event.action, KeyValueList::Mono);
    m_request->setRow(u"actor"_s, tr("Actor"), event.actor);
    m_request->setRow(u"people"_s, tr("People"),
                      event.singleOperator ? tr("One person did this alone")
                                           : tr("Two people did this together"));
    m_request->setRow(u"source"_s, tr("From"), event.source, mono);
    m_request->setRow(u"request"_s, tr("Request ID"), event.requestId, mono);
    m_request->setRow(u"event"_s, tr("Event ID"), event.id, mono);
    m_request->setRow(u"target"_s, tr("Object"), event.targetId, mono);
    m_request->setRow(u"reason"_s, tr("Reason"), event.reason);
    m_request->setRow(u"ticket"_s, tr("Ticket"), event.ticket, mono);
    m_raw->setCode(m_event.prettyJson());
}

} // namespace pc::views
