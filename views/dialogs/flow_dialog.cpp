// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/flow_dialog.h"

#include "models/base/flow.h"
#include "models/session/connection.h"
#include "views/dialogs/field_errors.h"
#include "views/dialogs/left_act.h"
#include "views/dialogs/reason_fields.h"
#include "views/dialogs/waiting_toast.h"
#include "views/seams/context.h"
#include "views/widgets/buttons.h"
#include "views/widgets/form_field.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/patience.h"
#include "views/words/act_guard.h"
#include "views/words/error_words.h"
#include "views/words/member_words.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::FlowState;

FlowDialog::FlowDialog(const ViewContext &context, models::Flow *flow, Op op, const QString &title,
                       Icon which, int width, const QString &failure, QWidget *parent)
    : DialogFrame(title, which, width, parent), m_context(context), m_flow(flow), m_op(op),
      m_failure(failure), m_patience(new Patience(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_flow->setParent(this);
    connect(m_flow, &models::Flow::stateChanged, this, &FlowDialog::showState);
    connect(m_patience, &Patience::overdue, this, &FlowDialog::showWait);
    connect(m_flow, &models::Flow::done, this, [this] {
        setCloseGuarded(false);
        m_context.kept->forget(m_keptAs);
        onDone();
        if (isVisible())
            fitAgain(); // what happened may need less room than what was asked
    });
}

FlowDialog::~FlowDialog() = default;

void FlowDialog::done(int result)
{
    setCloseGuarded(false);
    DialogFrame::done(result);
}

void FlowDialog::reject()
{
    if (models::mayEdit(m_flow->state()) && m_message && !m_warned && isTyped()) {
        m_warned = true;
        followEdits();
        say(Severity::Warn, tr("What you typed is not saved. Save it, or close once more to discard it."));
        return;
    }
    if (models::mayEdit(m_flow->state()) && m_warned)
        m_context.kept->forget(m_keptAs); // discarded on purpose
    if (m_flow->isBusy() || m_flow->state() == FlowState::OutcomeUnknown)
        leaveBehind();
    DialogFrame::reject();
}

/// Whatever is edited after the warning was not warned of.
void FlowDialog::followEdits()
{
    const auto watch = [this](const auto &parts, auto signal) {
        for (auto *part : parts)
            connect(part, signal, this, &FlowDialog::typedAnew, Qt::UniqueConnection);
    };
    watch(findChildren<QLineEdit *>(), &QLineEdit::textEdited);
    watch(findChildren<QPlainTextEdit *>(), &QPlainTextEdit::textChanged);
    watch(findChildren<QComboBox *>(), &QComboBox::currentIndexChanged);
    watch(findChildren<QAbstractButton *>(), &QAbstractButton::toggled);
}

/// The act was sent and cannot be called back: it goes on without the dialog, which would only be in the way.
void FlowDialog::leaveBehind()
{
    models::Flow *flow = m_flow;
    flow->disconnect(this);
    flow->setParent(&m_context.toasts);
    if (!m_keptAs.isEmpty())
        m_context.kept->keep(m_keptAs, typed());
    auto *waits = new WaitingToast(
        m_context.toasts, actTitle(), [flow] { return flow->isBusy(); }, flow);
    connect(flow, &models::Flow::stateChanged, waits, &WaitingToast::look);
    auto *left = new LeftAct(flow, m_context.toasts, actTitle(), m_failure, operation(m_op).body);
    left->setDoneWords(whenToldDone());
    connect(flow, &models::Flow::stateChanged, left, [flow, left, kept = m_context.kept, act = m_keptAs] {
        left->tell();
        if (flow->state() == FlowState::Done)
            kept->forget(act);
        if (!flow->isBusy() && flow->state() != FlowState::OutcomeUnknown)
            flow->deleteLater(); // else the feed may still say what became of it
    });
    left->tell(); // closed over an unknown outcome: that is still so
}

void FlowDialog::showWait(int seconds)
{
    if (!m_message || !isSilence(seconds))
        return;
    m_saysWait = true;
    say(Severity::Info,
        Patience::text(seconds) + u' ' + tr("You may close this: what becomes of it is told."));
}

void FlowDialog::heard()
{
    if (!m_patience->isWaiting())
        return;
    m_patience->stop();
    m_patience->start();
    if (std::exchange(m_saysWait, false))
        unsay();
}

void FlowDialog::unsay()
{
    m_message->hide();
}

/// What was wrong with single fields is not so any more once all of them were edited.
void FlowDialog::followMending()
{
    const QList<FormField *> fields = findChildren<FormField *>();
    for (const FormField *each : fields)
        connect(each, &FormField::errorChanged, this, &FlowDialog::hideWhenMended, Qt::UniqueConnection);
}

void FlowDialog::hideWhenMended()
{
    const QList<FormField *> fields = findChildren<FormField *>();
    const bool wrong =
        std::any_of(fields.cbegin(), fields.cend(), [](const FormField *field) { return field->hasError(); });
    if (!wrong && m_saysFields && m_flow->state() == FlowState::Failed)
        unsay();
}

void FlowDialog::say(Severity severity, const QString &text)
{
    m_saysFields = false;
    m_message->setMessage(severity, text);
    m_message->setAction({});
    m_message->show();
}

void FlowDialog::keepAs(const QString &objectId)
{
    m_keptAs = KeptInput::actOn(windowTitle(), objectId);
}

std::any FlowDialog::typed() const
{
    return m_reason ? std::any(m_reason->typed()) : std::any();
}

void FlowDialog::addReasonFields(const QString &objectId, const QStringList &suggestions,
                                 const rules::ReasonFacts &facts)
{
    m_reason = new ReasonFields(suggestions);
    m_reason->setRequired(rules::reasonNeed(m_op, facts) == rules::ReasonNeed::Required);
    body()->addWidget(m_reason);
    keepAs(objectId);
    if (const auto before = m_context.kept->of<TypedReason>(m_keptAs))
        m_reason->showTyped(*before);
}

void FlowDialog::addCancel(const QString &text)
{
    m_cancelText = text;
    m_cancel = addButton(u"cancelButton"_s, text);
    setSafeButton(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &FlowDialog::reject);
}

void FlowDialog::addSubmit(const QString &text, ButtonKind kind, Icon which, const QString &working)
{
    addMessage();
    m_submitText = text;
    m_workingText = working;
    m_submit = addButton(u"submitButton"_s, text, kind, which);
    connect(m_submit, &QPushButton::clicked, this, &FlowDialog::submit);
    connect(&m_context.connection, &models::Connection::statusChanged, this, &FlowDialog::updateSubmit);
    updateSubmit();
}

void FlowDialog::addMessage()
{
    m_message = new MessageBanner(Severity::Bad);
    m_message->setObjectName(u"dialogMessage"_s);
    m_message->hide();
    m_message->keepRoom();
    setMessageWidget(m_message);
    connect(m_message, &MessageBanner::actionTriggered, m_flow, &models::Flow::retry);
}

void FlowDialog::updateSubmit()
{
    if (!m_submit)
        return;
    const QString block = blockText(m_context.connection, m_op);
    setDisabledReason(m_submit, block.isEmpty() ? notYetText() : block);
    m_submit->setEnabled(block.isEmpty() && models::mayEdit(m_flow->state()) && maySubmit());
}

void FlowDialog::submit()
{
    m_warned = false; // what is sent now may come back, and be typed further
    if (m_reason && !FormField::validateAll(m_reason->fields()))
        return;
    if (!prepare())
        return;
    if (m_reason) {
        m_flow->setReason(m_reason->reason());
        m_flow->setTicket(m_reason->ticket());
    }
    m_flow->submit();
}

FormField *FlowDialog::fieldFor(const QString &pointer) const
{
    return m_reason ? m_reason->fieldFor(pointer) : nullptr;
}

QString FlowDialog::nameFor(const QString &pointer) const
{
    return memberName(pointer);
}

void FlowDialog::showState()
{
    const FlowState state = m_flow->state();
    m_saysWait = false;
    const bool working = state == FlowState::Working;
    const bool unknown = state == FlowState::OutcomeUnknown;
    if (working) {
        holdSize(); // what is told from now on takes its room from the body
        m_patience->start();
    } else {
        m_patience->stop();
    }
    if (working && m_submit && m_submit->isEnabled())
        m_place = FocusPlace::in(this); // everything is off meanwhile, and on again after a failure
    if (m_reason)
        m_reason->setEnabled(!working && !unknown);
    ShownErrors wrong;
    if (state == FlowState::Failed)
        wrong = showFieldErrors(
            m_flow->error(), operation(m_op).body,
            [this](const QString &pointer) { return fieldFor(pointer); },
            [this](const QString &pointer) { return nameFor(pointer); });
    if (m_submit)
        m_submit->setText(working ? m_workingText : m_submitText);
    if (m_cancel)
        m_cancel->setText(working || unknown ? tr("Close") : m_cancelText); // "Keep access" would be a guess
    if (m_message) {
        m_message->setVisible(unknown || state == FlowState::Failed);
        if (m_flow->error() && (unknown || state == FlowState::Failed))
            m_message->setMessage(unknown ? Severity::Warn : Severity::Bad,
                                  withLines(errorLine(*m_flow->error(), m_failure), wrong.rest));
        m_message->setAction(unknown ? tr("Ask again") : QString());
    }
    updateSubmit();
    if (unknown || state == FlowState::Failed)
        m_place.restore();
    if (wrong.first)
        wrong.first->showItself();
    m_saysFields = wrong.first && wrong.rest.isEmpty();
    if (m_saysFields)
        followMending();
}

} // namespace pc::views
