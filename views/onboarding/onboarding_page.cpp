// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/onboarding/onboarding_page.h"

#include "models/access/catalogue_model.h"
#include "models/session/connection.h"
#include "views/dialogs/left_act.h"
#include "views/dialogs/waiting_toast.h"
#include "views/onboarding/first_credential.h"
#include "views/onboarding/onboarding_message.h"
#include "views/onboarding/review_panel.h"
#include "views/onboarding/step_footer.h"
#include "views/onboarding/step_rail.h"
#include "views/partner_forms/step_form.h"
#include "views/seams/clipboard.h"
#include "views/seams/partner_places.h"
#include "views/style/space.h"
#include "views/widgets/current_stack.h"
#include "views/widgets/height_keeper.h"
#include "views/widgets/label.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/surface.h"
#include "views/widgets/toast.h"
#include "views/words/act_guard.h"
#include "views/words/draft_words.h"
#include "views/words/names.h"

#include <QDir>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::FlowState;
using models::OnboardStep;

OnboardingPage::OnboardingPage(const ViewContext &context, const PartnerDeps &deps, QWidget *parent)
    : Page(parent), m_context(context), m_deps(deps)
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
    keepRoomWhileHidden(m_intro);
    column->addWidget(m_intro);
    column->addSpacing(space::xs);
    m_message = new OnboardingMessage;
    m_stack = new CurrentStack;
    for (int i = 0; i < models::onboardStepCount; ++i) {
        StepForm *form = makeStepForm(static_cast<OnboardStep>(i), m_context, m_deps.catalogue);
        m_forms[static_cast<std::size_t>(i)] = form;
        m_review = form ? m_review : new ReviewPanel;
        m_stack->addWidget(form ? static_cast<QWidget *>(form) : m_review);
    }
    column->addWidget(m_stack, 1);
    content->setMaximumWidth(820);
    m_scroll = scrollOver(content);
    main->addWidget(m_scroll, 1);
    main->addWidget(m_message); // above the buttons: it takes room from below, and no field moves
    m_footer = new StepFooter;
    main->addWidget(m_footer);
}

void OnboardingPage::wire()
{
    connect(m_rail, &StepRail::stepRequested, this, &OnboardingPage::goTo);
    connect(m_review, &ReviewPanel::problemChosen, this, [this](const rules::FieldProblem &problem) {
        goTo(models::stepOf(problem.pointer));
        if (form())
            form()->showProblem(problem);
    });
    connect(m_review, &ReviewPanel::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    for (StepForm *each : m_forms) {
        if (!each)
            continue;
        each->setProblemSource([this] { return m_flow->problemsOf(m_flow->step()); });
        connect(each, &StepForm::edited, this, &OnboardingPage::collect);
    }
    connect(m_footer, &StepFooter::backRequested, this,
            [this] { goTo(static_cast<OnboardStep>(static_cast<int>(m_flow->step()) - 1)); });
    connect(m_footer, &StepFooter::nextRequested, this, &OnboardingPage::next);
    connect(m_footer, &StepFooter::closeRequested, this, [this] {
        collect();
        if (!m_flow->saveNow())
            return showNotSaved();
        Q_EMIT navigate(places::partnersPage());
        forgetFocus(this);
    });
    connect(m_footer, &StepFooter::discardConfirmed, this, [this] {
        m_flow->discard();
        showStep();
        focusContent();
    });
    connect(m_message, &MessageBanner::actionTriggered, this, [this] { m_flow->retry(); });
    connect(&m_context.ticker, &TimeTicker::tick, this, &OnboardingPage::showSaved);
    connect(&m_context.connection, &models::Connection::statusChanged, this, &OnboardingPage::showFlow);
    connect(&m_deps.catalogue, &models::CatalogueModel::changed, this, &OnboardingPage::showFlow);
    connect(&m_context.connection, &models::Connection::sessionChanged, this, [this] {
        if (takeOwner())
            showStep(); // what is shown is what is in the draft
    });
}

void OnboardingPage::showNotSaved()
{
    showSaved();
    m_message->tell(Severity::Bad,
                    tr("The draft could not be saved: %1. This page stays open; save again when there "
                       "is room.")
                        .arg(m_flow->saveError()));
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
                                              m_deps.catalogue, m_context.connection.clock(), path);
    takeOwner();
    connect(m_flow.get(), &models::OnboardFlow::draftChanged, this, &OnboardingPage::showFlow);
    connect(m_flow.get(), &models::Flow::stateChanged, this, &OnboardingPage::onState);
    connect(m_flow.get(), &models::Flow::done, this, &OnboardingPage::finish);
    showStep();
}

void OnboardingPage::onState()
{
    showFlow();
    const FlowState state = m_flow->state();
    const bool attended = isAttended(this);
    if (state == FlowState::Failed)
        showWrong(attended);
    if (m_left && attended)
        m_left->hush();
    else if (m_left && state != FlowState::Done)
        m_left->tell();
}

/// The first thing that is wrong is shown where it is corrected.
void OnboardingPage::showWrong(bool attended)
{
    const QList<rules::FieldProblem> problems = m_flow->problems();
    if (problems.isEmpty())
        return;
    const OnboardStep step = models::stepOf(problems.first().pointer);
    if (attended)
        goTo(step);
    m_flow->setStep(step); // for whoever comes back: the keyboard may be elsewhere
    showStep();
    if (form())
        form()->showProblems(attended);
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

QString OnboardingPage::partnerTitle() const
{
    return tr("New partner %1").arg(inSentence(m_flow->draft().partner.name));
}

void OnboardingPage::submit()
{
    if (const QString why = blockText(m_context.connection, Op::PartnerCreate); !why.isEmpty())
        return m_message->tell(Severity::Warn, why);
    if (!m_flow->isComplete())
        return showWrong(true);
    delete m_left;
    m_left = new LeftAct(m_flow.get(), m_context.toasts, partnerTitle(), tr("The partner was not created."),
                         operation(Op::PartnerCreate).body);
    m_left->setWayBack(tr("Open"), [this] { Q_EMIT navigate(places::onboardingPage()); });
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
    const QString plan = m_deps.catalogue.planName(m_flow->draft().partner.planId);
    m_rail->showFlow(*m_flow, plan);
    m_review->showFlow(*m_flow, plan);
    const FlowState state = m_flow->state();
    m_footer->showFlow(*m_flow);
    m_stack->setEnabled(state != FlowState::Working && state != FlowState::OutcomeUnknown);
    // On the last step the intro says that nothing was sent.
    m_intro->setVisible(m_flow->step() != OnboardStep::Review || state == FlowState::Editing);
    m_message->showFlow(*m_flow, tr("The partner was not created."));
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
    const bool issue = draft.sandbox.issueCredential;
    const auto show = [this, partner, draft, issue] {
        Q_EMIT navigate(places::partnerPage(partner.id, issue ? u"credentials"_s : QString()));
        if (issue)
            issueFirstCredential(m_context, m_deps.random, partner, draft.partner, draft.sandbox, window());
    };
    ToastSpec made{.text = tr("%1 was created and is in the sandbox").arg(inSentence(partner.name))};
    if (isAttended(this)) {
        m_context.toasts.show(made);
        show();
    } else { // whoever left is not called back: page and secret wait for being asked for
        if (issue)
            made.text = tr("%1 was created and is in the sandbox. Its credential is issued when you open it.")
                            .arg(inSentence(partner.name));
        made.actionText = tr("Open");
        made.action = show;
        made.milliseconds = untilDismissed;
        m_left->tellDone(made); // only submit() begins what ends here
    }
    // The flow is inside its own signal; the next visit starts with an empty draft.
    QTimer::singleShot(0, this, [this] {
        begin();
        forgetFocus(this);
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
    else if (m_deps.catalogue.hasValue() && m_flow->state() != FlowState::OutcomeUnknown)
        status.selection =
            problems == 0 ? tr("Ready to be created") : tr("%n thing(s) open", nullptr, problems);
    return status;
}

void OnboardingPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (!m_left || event->spontaneous() || !window()->isVisible() || m_flow->state() == FlowState::Done)
        return;
    m_left->tell(); // what is not known, or was refused, is so on every page
    delete m_waits;
    m_waits = new WaitingToast(
        m_context.toasts, partnerTitle(), [flow = m_flow.get()] { return flow->isBusy(); }, m_flow.get());
    connect(m_flow.get(), &models::OnboardFlow::stateChanged, m_waits, &WaitingToast::look);
}

void OnboardingPage::open(const Location &location)
{
    if (m_left)
        m_left->hush();
    delete m_waits;
    m_deps.catalogue.ensureLoaded();
    const int step = location.arg(0).toInt();
    if (step >= 1 && step <= models::onboardStepCount)
        goTo(static_cast<OnboardStep>(step - 1));
}

void OnboardingPage::focusContent()
{
    if (!focusFirstStop(m_stack->currentWidget()))
        m_footer->focusNext();
}

void OnboardingPage::paintEvent(QPaintEvent *)
{
    paintSurface(this);
}

} // namespace pc::views
