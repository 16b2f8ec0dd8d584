// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/why_pane.h"

#include "models/calls/call_explanation_model.h"
#include "models/text/enum_names.h"
#include "models/text/figures.h"
#include "views/calls/check_list.h"
#include "views/calls/remedy_list.h"
#include "views/seams/calls_places.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/seams/partner_places.h"
#include "views/shell/navigator.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/card.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/key_value_list.h"
#include "views/widgets/label.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/surface.h"
#include "views/widgets/toast.h"
#include "views/widgets/whole_label.h"
#include "views/widgets/wrapping_row.h"
#include "views/words/call_words.h"
#include "views/words/load_view.h"
#include "views/words/ticket_text.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

WhyPane::WhyPane(const ViewContext &context, models::CallExplanationModel &explanation, QWidget *parent)
    : QWidget(parent), m_context(context), m_explanation(explanation)
{
    buildUi();
    wire();
    show();
}

WhyPane::~WhyPane() = default;

void WhyPane::buildUi()
{
    setObjectName(u"whyPane"_s);
    setAccessibleName(tr("Why"));
    m_states = new StateStack(makeDetails(), Skeleton::Shape::Detail);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_states, 1);
}

QWidget *WhyPane::makeDetails()
{
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(space::l, space::m, space::l, space::l);
    column->setSpacing(space::m);
    column->addWidget(makeHead());

    auto *checksHead = new QHBoxLayout;
    checksHead->addWidget(new SectionTitle(tr("Checks, in order")), 1);
    m_decided = new Label({}, TypeRole::Small, Tone::Muted);
    checksHead->addWidget(m_decided);
    column->addLayout(checksHead);
    m_checks = new CheckList;
    column->addWidget(m_checks);
    column->addWidget(new Separator);
    column->addWidget(makeToday());
    m_remediesTitle = new SectionTitle(tr("What would let it pass"));
    column->addWidget(m_remediesTitle);
    m_remedies = new RemedyList;
    column->addWidget(m_remedies);
    column->addWidget(new Separator);
    column->addWidget(new SectionTitle(tr("The call")));
    m_facts = new KeyValueList;
    m_facts->setObjectName(u"callFacts"_s);
    column->addWidget(m_facts);
    column->addStretch();

    auto *content = new QWidget;
    auto *whole = new QVBoxLayout(content);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    QScrollArea *scroll = scrollOver(body);
    whole->addWidget(scroll, 1);
    whole->addWidget(new Separator);
    whole->addWidget(makeFoot());
    return content;
}

QWidget *WhyPane::makeHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::s);
    m_icon = new IconLabel;
    m_title = new WholeLabel({}, TypeRole::Section);
    m_title->setObjectName(u"whyTitle"_s);
    m_title->setWeight(QFont::DemiBold);
    auto *close = makeIconButton(u"closeWhyPane"_s, Icon::Close, tr("Close"));
    connect(close, &QToolButton::clicked, this, &WhyPane::closeRequested);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_title, 1);
    line->addWidget(close, 0, Qt::AlignTop);
    column->addLayout(line);
    m_line = new WholeLabel({}, TypeRole::Small, Tone::Muted);
    m_line->setObjectName(u"whyLine"_s);
    column->addWidget(m_line);
    m_end = new WholeLabel({}, TypeRole::Small, Tone::Muted);
    m_end->setObjectName(u"whyEnd"_s);
    column->addWidget(m_end);
    return head;
}

QWidget *WhyPane::makeToday()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::s);
    m_today = new WholeLabel({}, TypeRole::Body);
    m_today->setObjectName(u"whyToday"_s);
    m_today->setWeight(QFont::DemiBold);
    m_asked = new Label({}, TypeRole::Small, Tone::Muted);
    line->addWidget(new IconLabel(Icon::Clock, Tone::Muted, 16), 0, Qt::AlignTop);
    line->addWidget(m_today, 1);
    line->addWidget(m_asked, 0, Qt::AlignTop);
    column->addLayout(line);
    m_alike = new WholeLabel({}, TypeRole::Small, Tone::Muted);
    m_alike->setObjectName(u"whyAlike"_s);
    column->addWidget(m_alike);
    auto *acts = new WrappingRow;
    m_showAlike = makeButton(u"showAlike"_s, tr("Show these calls"), Icon::ArrowRight, ButtonKind::Ghost);
    m_askAgain = makeButton(u"askAgain"_s, tr("Ask again"), Icon::Refresh, ButtonKind::Ghost);
    acts->addWidget(m_showAlike);
    acts->addWidget(m_askAgain);
    column->addWidget(acts);
    return part;
}

QWidget *WhyPane::makeFoot()
{
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(space::l, space::m, space::l, space::m);
    row->setSpacing(space::s);
    m_copy = makeButton(u"copyForTicket"_s, tr("Copy for ticket"), Icon::Copy, ButtonKind::Primary);
    m_partner = makeButton(u"openCallPartner"_s, tr("Open partner"), Icon::Partners);
    row->addWidget(m_copy);
    row->addWidget(m_partner);
    row->addStretch();
    return foot;
}

void WhyPane::wire()
{
    connect(&m_explanation, &models::ObjectModel::stateChanged, this, &WhyPane::show);
    connect(&m_explanation, &models::ObjectModel::changed, this, &WhyPane::show);
    connect(m_states, &StateStack::retryRequested, &m_explanation, &models::ObjectModel::refresh);
    const auto copy = [this](const QString &text) { m_context.clipboard.setText(text); };
    connect(m_states, &StateStack::copyRequested, this, copy);
    connect(m_facts, &KeyValueList::copyRequested, this, copy);
    connect(m_askAgain, &QPushButton::clicked, &m_explanation, &models::ObjectModel::refresh);
    connect(m_checks, &CheckList::eventRequested, this,
            [this](const QString &eventId) { go(places::auditPage({}, eventId)); });
    connect(m_remedies, &RemedyList::placeRequested, this, &WhyPane::go);
    connect(m_showAlike, &QPushButton::clicked, this, [this] {
        if (m_explanation.explanation())
            Q_EMIT filterRequested(m_explanation.explanation()->alike);
    });
    connect(m_partner, &QPushButton::clicked, this, [this] {
        if (m_explanation.explanation())
            go(places::partnerPage(m_explanation.explanation()->call.partnerId));
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (!m_explanation.explanation())
            return;
        m_context.clipboard.setText(ticketText(*m_explanation.explanation()));
        m_context.toasts.show({.text = tr("Copied for the ticket"), .milliseconds = 3000});
    });
}

void WhyPane::setZone(const QTimeZone &zone)
{
    if (m_zone == zone)
        return;
    m_zone = zone;
    show();
}

void WhyPane::show()
{
    showLoadState(*m_states, m_explanation, tr("Why the call ended so could not be found out."));
    if (!m_explanation.explanation())
        return;
    const CallExplanation &explanation = *m_explanation.explanation();
    showHead(explanation);
    m_decided->setText(tr("decided in %1").arg(models::tookText(explanation.call.micros)));
    m_checks->setExplanation(explanation, m_zone);
    showToday(explanation);
    m_remediesTitle->setVisible(!explanation.remedies.isEmpty());
    m_remedies->setVisible(!explanation.remedies.isEmpty());
    m_remedies->setExplanation(explanation, m_zone);
    showFacts(explanation);
    m_partner->setVisible(!explanation.call.partnerId.isEmpty());
}

void WhyPane::showHead(const CallExplanation &explanation)
{
    const CallRecord &call = explanation.call;
    m_icon->setIcon(outcomeIcon(call.outcome), outcomeTone(call.outcome));
    m_title->setText(verdictTitle(call));
    m_line->setText(u"%1 %2 · %3 · %4"_s.arg(call.method, call.path, QString::number(call.status),
                                             callMoment(call.at, m_zone)));
    m_end->setText(endSentence(call));
}

void WhyPane::showToday(const CallExplanation &explanation)
{
    m_today->setText(todayTitle(explanation));
    m_asked->setText(tr("asked %1").arg(m_context.ticker.relative(explanation.today.at)));
    const QString alike = alikeSentence(explanation, m_zone);
    m_alike->setText(alike);
    m_alike->setVisible(!alike.isEmpty());
    m_showAlike->setVisible(!alike.isEmpty());
}

void WhyPane::showFacts(const CallExplanation &explanation)
{
    const CallRecord &call = explanation.call;
    const auto mono = KeyValueList::Options(KeyValueList::Mono) | KeyValueList::Copyable;

    m_facts->setRow(u"partner"_s, tr("Partner"),
                    explanation.partnerName.isEmpty() ? call.partnerId : explanation.partnerName);
    m_facts->setRow(u"credential"_s, tr("Credential"),
                    explanation.credentialName.isEmpty() ? call.credentialId : explanation.credentialName);
    m_facts->setRow(u"credentialId"_s, tr("Credential ID"), call.credentialId, mono);
    m_facts->setRow(u"generation"_s, tr("Generation"),
                    call.generation > 0 ? QString::number(call.generation) : QString());
    m_facts->setRow(u"realm"_s, tr("Realm"),
                    call.realm == Realm::Unknown ? QString() : models::nameOf(call.realm));
    m_facts->setRow(u"source"_s, tr("From"), call.source, mono);
    m_facts->setRow(u"agent"_s, tr("User agent"), call.userAgent);
    m_facts->setRow(u"gateway"_s, tr("Gateway"), call.gateway);
    m_facts->setRow(u"request"_s, tr("Request ID"), call.requestId, mono);
    m_facts->setRow(u"decision"_s, tr("Decision ID"), call.id, mono);
    m_facts->setRow(u"time"_s, tr("Time (UTC)"), auditUtc(call.at), mono);
    m_facts->setRow(u"events"_s, tr("Stood on"),
                    call.auditSize > 0 ? tr("%Ln event(s) of the audit log", nullptr,
                                            static_cast<int>(std::min<qint64>(call.auditSize, INT_MAX)))
                                       : tr("not recorded"));
}

void WhyPane::go(const Location &place)
{
    m_context.navigator.navigate(place);
}

} // namespace pc::views
