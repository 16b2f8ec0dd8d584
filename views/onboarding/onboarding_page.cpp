// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/onboarding/onboarding_page.h"

#include "models/catalogue_model.h"
#include "models/connection.h"
#include "views/onboarding/draft_words.h"
#include "views/onboarding/first_credential.h"
#include "views/onboarding/review_panel.h"
#include "views/onboarding/step_form.h"
#include "views/onboarding/step_rail.h"
#include "views/partners/partner_places.h"
#include "views/partners/surface.h"
#include "views/seams/clipboard.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/card.h"
#include "views/widgets/confirm_dialog.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/patience.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/toast.h"
#include "views/words/act_guard.h"
#include "views/words/error_words.h"
#include "views/words/names.h"

#include <QDir>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::FlowState;
using models::OnboardStep;

OnboardingPage::OnboardingPage(const ViewContext &context, const PartnerParts &parts, QWidget *parent)
    : Page(parent), m_context(context), m_parts(parts)
{
    setObjectName(u"onboardingPage"_s);
    buildUi();
    wire();
    begin();
}

OnboardingPage::~OnboardingPage() = default;

void OnboardingPage::buildUi()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_rail = new StepRail;
    layout->addWidget(m_rail);
    auto *main = new QVBoxLayout;
    main->setSpacing(0);
    layout->addLayout(main, 1);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::xxl + space::xs, space::xl, space::xxl + space::xs, space::l);
    column->setSpacing(space::m);
    m_heading = new Label;
    m_heading->setRole(TypeRole::DialogTitle, QFont::DemiBold);
    m_heading->setObjectName(u"stepHeading"_s);
    column->addWidget(m_heading);
    m_intro = new Label({}, TypeRole::Body, Tone::Muted);
    m_intro->setWordWrap(true);
    m_intro->setObjectName(u"stepIntro"_s);
    QSizePolicy introRoom = m_intro->sizePolicy();
    introRoom.setRetainSizeWhenHidden(true);
    m_intro->setSizePolicy(introRoom);
    column->addWidget(m_intro);
    column->addSpacing(space::xs);
    m_patience = new Patience(this);
    m_message = new MessageBanner(Kind::Bad);
    m_message->setObjectName(u"onboardingMessage"_s);
    m_message->setShape(MessageBanner::Shape::Strip);
    m_message->hide();
    m_stack = new QStackedWidget;
    for (int i = 0; i < models::onboardStepCount; ++i) {
        StepForm *form = makeStepForm(static_cast<OnboardStep>(i), m_context, m_parts.catalogue);
        m_forms[static_cast<std::size_t>(i)] = form;
        m_review = form ? m_review : new ReviewPanel;
        m_stack->addWidget(form ? static_cast<QWidget *>(form) : m_review);
    }
    column->addWidget(m_stack, 1);
    content->setMaximumWidth(820);
    m_scroll = scrollOver(content);
    main->addWidget(m_scroll, 1);
    main->addWidget(m_message); // above the buttons: it takes room from below, and no field moves
    main->addWidget(buildFooter());
}

QWidget *OnboardingPage::buildFooter()
{
    auto *footer = new QWidget;
    auto *outer = new QVBoxLayout(footer);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(new Separator);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::xxl + space::xs, space::m, space::xxl + space::xs, space::m);
    row->setSpacing(space::s);
    m_close = makeButton(u"saveAndClose"_s, tr("Save and close"), Icon::None, ButtonKind::Normal, footer);
    m_discard = makeButton(u"discardDraft"_s, tr("Discard draft…"), Icon::None, ButtonKind::Ghost, footer);
    m_back = makeButton(u"stepBack"_s, tr("Back"), Icon::None, ButtonKind::Normal, footer);
    m_next = makeButton(u"stepNext"_s, tr("Continue"), Icon::None, ButtonKind::Primary, footer);
    row->addWidget(m_close);
    row->addWidget(m_discard);
    row->addStretch();
    row->addWidget(m_back);
    row->addWidget(m_next);
    outer->addLayout(row);
    return footer;
}

void OnboardingPage::wire()
{
    connect(m_rail, &StepRail::stepRequested, this, &OnboardingPage::goTo);
    connect(m_review, &ReviewPanel::stepRequested, this, [this](OnboardStep step) {
        goTo(step);
        if (form())
            form()->showProblems(true);
    });
    connect(m_review, &ReviewPanel::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    for (StepForm *each : m_forms) {
        if (!each)
            continue;
        each->setProblemSource([this] { return m_flow->problemsOf(m_flow->step()); });
        connect(each, &StepForm::edited, this, &OnboardingPage::collect);
    }
    connect(m_back, &QPushButton::clicked, this,
            [this] { goTo(static_cast<OnboardStep>(static_cast<int>(m_flow->step()) - 1)); });
    connect(m_next, &QPushButton::clicked, this, &OnboardingPage::next);
    connect(m_close, &QPushButton::clicked, this, [this] {
        collect();
        if (!m_flow->saveNow())
            return showNotSaved();
        Q_EMIT navigate(places::partnersPage());
        forgetFocus(this);
    });
    connect(m_discard, &QPushButton::clicked, this, &OnboardingPage::askDiscard);
    connect(m_message, &MessageBanner::actionTriggered, this, [this] { m_flow->retry(); });
    connect(m_patience, &Patience::overdue, this, [this](int seconds) {
        m_message->setMessage(Kind::Info, Patience::text(seconds));
        m_message->setAction({});
        m_message->show();
    });
    connect(&m_context.ticker, &TimeTicker::tick, this, &OnboardingPage::showSaved);
    connect(&m_context.connection, &models::Connection::statusChanged, this, &OnboardingPage::showFlow);
    connect(&m_parts.catalogue, &models::CatalogueModel::changed, this, &OnboardingPage::showFlow);
    connect(&m_context.connection, &models::Connection::sessionChanged, this, [this] {
        if (takeOwner())
            showStep(); // what is shown is what is in the draft
    });
}

void OnboardingPage::showNotSaved()
{
    showSaved();
    m_message->setMessage(Kind::Bad,
                          tr("The draft could not be saved: %1. This page stays open; save again when there "
                             "is room.")
                              .arg(m_flow->saveError()));
    m_message->setAction({});
    m_message->show();
}

QString OnboardingPage::unsavedWork() const
{
    return !m_flow || m_flow->saveNow()
               ? QString()
               : tr("The draft of a new partner could not be saved: %1.").arg(m_flow->saveError());
}

void OnboardingPage::begin()
{
    const QString path =
        m_context.draftsDir.isEmpty() ? QString() : QDir(m_context.draftsDir).filePath(u"new-partner.json"_s);
    m_flow =
        std::make_unique<models::OnboardFlow>(m_context.connection.partners(), m_context.connection.feed(),
                                              m_parts.catalogue, m_context.connection.clock(), path);
    takeOwner();
    connect(m_flow.get(), &models::OnboardFlow::draftChanged, this, &OnboardingPage::showFlow);
    connect(m_flow.get(), &models::Flow::stateChanged, this, [this] {
        showFlow();
        // The service refused fields: show the first of them where it is corrected.
        if (m_flow->state() == FlowState::Failed && !m_flow->problems().isEmpty()) {
            goTo(m_flow->problems().first().step);
            if (form())
                form()->showProblems(true);
        }
    });
    connect(m_flow.get(), &models::Flow::done, this, &OnboardingPage::finish);
    showStep();
}

bool OnboardingPage::takeOwner()
{
    const auto &session = m_context.connection.session();
    return session && m_flow->setDefaultOwner(session->account);
}

void OnboardingPage::collect()
{
    if (m_filling || !form())
        return;
    models::OnboardDraft draft = m_flow->draft();
    form()->collect(draft);
    m_flow->setDraft(draft);
}

void OnboardingPage::goTo(OnboardStep step)
{
    const int wanted = static_cast<int>(step);
    if (wanted < 0 || wanted >= models::onboardStepCount || step == m_flow->step())
        return;
    collect();
    m_flow->setStep(step);
    showStep();
    if (isVisible())
        focusContent(); // on with the fields of this step
    Q_EMIT locationChanged(Location{{}, places::onboarding, {QString::number(wanted + 1)}, {}});
}

void OnboardingPage::next()
{
    collect();
    if (m_flow->step() == OnboardStep::Review) {
        submit();
        return;
    }
    if (form() && !form()->showProblems(true))
        return;
    goTo(static_cast<OnboardStep>(static_cast<int>(m_flow->step()) + 1));
}

void OnboardingPage::submit()
{
    if (const QString why = blockText(m_context.connection, Op::PartnerCreate); !why.isEmpty()) {
        m_message->setMessage(Kind::Warn, why);
        m_message->setAction({});
        m_message->show();
        return;
    }
    if (!m_flow->isComplete()) {
        const QList<models::DraftProblem> problems = m_flow->problems();
        if (!problems.isEmpty()) {
            goTo(problems.first().step);
            if (form())
                form()->showProblems(true);
        }
        return;
    }
    m_flow->submit();
}

void OnboardingPage::showStep()
{
    m_filling = true;
    const OnboardStep step = m_flow->step();
    if (form())
        form()->setDraft(m_flow->draft());
    m_stack->setCurrentIndex(static_cast<int>(step));
    m_filling = false;
    m_heading->setText(stepTitle(step));
    m_intro->setText(stepIntro(step));
    m_scroll->verticalScrollBar()->setValue(0);
    showFlow();
    Q_EMIT titleChanged();
}

void OnboardingPage::showFlow()
{
    const QString plan = m_parts.catalogue.planName(m_flow->draft().partner.planId);
    m_rail->showFlow(*m_flow, plan);
    m_review->showFlow(*m_flow, plan);
    const FlowState state = m_flow->state();
    const bool unknown = state == FlowState::OutcomeUnknown;
    const bool busy = state == FlowState::Working;
    m_back->setVisible(m_flow->step() != OnboardStep::Organisation);
    const bool last = m_flow->step() == OnboardStep::Review;
    m_next->setText(busy ? tr("Creating…") : last ? tr("Create partner") : tr("Continue"));
    m_next->setEnabled(!busy && !unknown);
    m_stack->setEnabled(!busy && !unknown);
    m_discard->setEnabled(!busy && !unknown);
    m_intro->setVisible(!last || state == FlowState::Editing); // else something was sent
    busy ? m_patience->start() : m_patience->stop();
    const bool failed = state == FlowState::Failed || unknown;
    const bool overdue = busy && m_patience->seconds() >= Patience::silentSeconds;
    m_message->setVisible(overdue || (failed && m_flow->error().has_value()));
    if (failed && m_flow->error()) {
        m_message->setMessage(unknown ? Kind::Warn : Kind::Bad,
                              errorLine(*m_flow->error(), tr("The partner was not created.")));
        m_message->setAction(unknown ? tr("Ask again") : QString());
    }
    m_discard->setVisible(m_flow->savedAt().isValid() || m_flow->wasResumed());
    showSaved();
}

void OnboardingPage::showSaved()
{
    if (!m_flow->saveError().isEmpty())
        m_rail->setSaved(tr("The draft could not be saved: %1").arg(m_flow->saveError()), true);
    else if (m_flow->savedAt().isValid())
        m_rail->setSaved(tr("Draft saved %1").arg(m_context.ticker.relative(m_flow->savedAt())), false);
    else
        m_rail->setSaved(tr("Saved as you type"), false);
    Q_EMIT statusChanged();
}

void OnboardingPage::finish()
{
    const std::optional<Versioned<Partner>> result = m_flow->result();
    if (!result)
        return;
    const models::OnboardDraft draft = m_flow->draft();
    const Partner partner = result->value;
    m_context.toasts.show({.text = tr("%1 was created and is in the sandbox").arg(inSentence(partner.name))});
    const bool issue = draft.sandbox.issueCredential;
    Q_EMIT navigate(places::partnerPage(partner.id, issue ? u"credentials"_s : QString()));
    if (issue)
        issueFirstCredential(m_context, m_parts.random, partner, draft.partner, draft.sandbox, window());
    // The flow is inside its own signal; the next visit starts with an empty draft.
    QTimer::singleShot(0, this, [this] {
        begin();
        forgetFocus(this);
    });
}

void OnboardingPage::askDiscard()
{
    const PartnerDraft &partner = m_flow->draft().partner;
    const Confirmation question{.objectName = u"discardDraftDialog"_s,
                                .title = tr("Discard this draft"),
                                .text = partner.name.isEmpty()
                                            ? tr("What was typed so far is removed. This cannot be undone.")
                                            : tr("What was typed about %1 is removed. This cannot be undone.")
                                                  .arg(inSentence(partner.name)),
                                .keep = tr("Keep draft"),
                                .act = tr("Discard draft"),
                                .which = Icon::Trash,
                                .actIcon = Icon::Trash,
                                .width = 460};
    askToConfirm(question, window(), [this] {
        m_flow->discard();
        showStep();
        focusContent();
    });
}

QString OnboardingPage::title() const
{
    return tr("New partner");
}

QList<Crumb> OnboardingPage::breadcrumb() const
{
    return {{tr("Partners"), places::partnersPage()}, Crumb{title()}};
}

StatusText OnboardingPage::statusText() const
{
    StatusText status;
    const auto problems = static_cast<int>(m_flow->problems().size());
    status.counts =
        tr("Step %1 of %2").arg(static_cast<int>(m_flow->step()) + 1).arg(models::onboardStepCount);
    if (m_flow->isBusy())
        status.selection = tr("Creating…");
    else if (m_parts.catalogue.hasValue() && m_flow->state() != FlowState::OutcomeUnknown)
        status.selection =
            problems == 0 ? tr("Ready to be created") : tr("%n thing(s) open", nullptr, problems);
    return status;
}

void OnboardingPage::open(const Location &location)
{
    m_parts.catalogue.ensureLoaded();
    const int step = location.arg(0).toInt();
    if (step >= 1 && step <= models::onboardStepCount)
        goTo(static_cast<OnboardStep>(step - 1));
}

void OnboardingPage::focusContent()
{
    if (!focusFirstStop(m_stack->currentWidget()))
        m_next->setFocus(Qt::OtherFocusReason);
}

void OnboardingPage::paintEvent(QPaintEvent *)
{
    paintSurface(this);
}

} // namespace pc::views
