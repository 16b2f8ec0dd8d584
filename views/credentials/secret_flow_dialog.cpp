// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/secret_flow_dialog.h"

#include "models/credentials/issuing_flow.h"
#include "models/session/connection.h"
#include "views/credentials/left_secret.h"
#include "views/credentials/secret_dialog.h"
#include "views/credentials/secret_state.h"
#include "views/dialogs/field_errors.h"
#include "views/dialogs/reason_fields.h"
#include "views/dialogs/waiting_toast.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/form_field.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/patience.h"
#include "views/widgets/toast.h"
#include "views/words/act_guard.h"
#include "views/words/member_words.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::FlowState;

SecretFlowDialog::SecretFlowDialog(const ViewContext &context, models::IssuingFlow *flow, Op op,
                                   const QString &title, Icon which, const QString &failure, QWidget *parent)
    : DialogFrame(title, which, 620, parent), m_context(context), m_flow(flow), m_op(op), m_failure(failure),
      m_patience(new Patience(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_flow->setParent(this);
    m_flow->follow(context.connection.feed());
    connect(m_flow, &models::IssuingFlow::stateChanged, this, &SecretFlowDialog::showState);
    connect(m_patience, &Patience::overdue, this, &SecretFlowDialog::showWait);
}

SecretFlowDialog::~SecretFlowDialog() = default;

void SecretFlowDialog::done(int result)
{
    setCloseGuarded(false);
    DialogFrame::done(result);
}

void SecretFlowDialog::reject()
{
    if (m_flow->isBusy() || m_flow->state() == FlowState::OutcomeUnknown) {
        m_flow->disconnect(this);
        m_context.kept->keep(m_keptAs, typed());
        connect(m_flow, &models::IssuingFlow::stateChanged, m_flow,
                [flow = m_flow, kept = m_context.kept, act = m_keptAs] {
                    if (flow->state() == FlowState::HeldBack || flow->state() == FlowState::Holding ||
                        flow->state() == FlowState::Done)
                        kept->forget(act);
                });
        // Not while it is confirmed: then the person has asked for it, and is shown it.
        const auto asking = [flow = m_flow] { return flow->state() == FlowState::Working; };
        auto *waits = new WaitingToast(m_context.toasts, actTitle(), asking, m_flow);
        connect(m_flow, &models::IssuingFlow::stateChanged, waits, &WaitingToast::look);
        m_flow->holdBack(); // no secret comes into force that nobody looks at
        (new LeftSecret(m_context, m_flow, m_op, actTitle(), m_failure, parentWidget()))->tell();
    }
    DialogFrame::reject();
}

void SecretFlowDialog::showWait(int seconds)
{
    m_message->setMessage(Severity::Info, Patience::text(seconds));
    m_message->setAction({});
    m_message->show();
}

QVBoxLayout *SecretFlowDialog::addForm()
{
    m_form = new QWidget;
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    body()->addWidget(m_form);
    return column;
}

void SecretFlowDialog::addReasonFields(QVBoxLayout *form, const QString &objectId,
                                       const QStringList &suggestions)
{
    m_reason = new ReasonFields(suggestions);
    form->addWidget(m_reason);
    m_keptAs = KeptInput::actOn(windowTitle(), objectId);
    if (const auto before = typedBefore<TypedReason>())
        m_reason->showTyped(*before);
}

void SecretFlowDialog::requireReason(const rules::ReasonFacts &facts)
{
    m_reason->setRequired(rules::reasonNeed(m_op, facts) == rules::ReasonNeed::Required);
}

std::any SecretFlowDialog::typed() const
{
    return m_reason->typed();
}

FormField *SecretFlowDialog::fieldFor(const QString &pointer) const
{
    return m_reason->fieldFor(pointer);
}

void SecretFlowDialog::addButtons(const QString &text, Icon which)
{
    m_message = new MessageBanner(Severity::Bad);
    m_message->setObjectName(u"dialogMessage"_s);
    m_message->hide();
    m_message->keepRoom();
    setMessageWidget(m_message);
    connect(m_message, &MessageBanner::actionTriggered, m_flow, &models::IssuingFlow::retry);

    setFooterNote(tr("Recorded in the audit trail"));
    m_cancel = addButton(u"cancelButton"_s, tr("Cancel"));
    setSafeButton(m_cancel);
    m_submit = addButton(u"submitButton"_s, text, ButtonKind::Primary, which);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_submit, &QPushButton::clicked, this, &SecretFlowDialog::submit);
    connect(&m_context.connection, &models::Connection::statusChanged, this, &SecretFlowDialog::showGuard);
    updateSubmit();
}

bool SecretFlowDialog::mayEdit() const
{
    return models::mayEdit(m_flow->state());
}

void SecretFlowDialog::updateSubmit()
{
    if (!m_submit)
        return;
    showSubmit();
    if (m_flow->isBusy())
        m_submit->setText(secretStateText(m_flow->state()));
    showGuard();
}

void SecretFlowDialog::showGuard()
{
    const QString block = blockText(m_context.connection, m_op);
    const QString why = block.isEmpty() ? whyNotYet() : block;
    setDisabledReason(m_submit, why);
    m_submit->setEnabled(why.isEmpty() && mayEdit());
}

void SecretFlowDialog::end()
{
    m_flow->disconnect(this);
    setCloseGuarded(false);
    m_context.kept->forget(m_keptAs);
    Q_EMIT issued(m_flow->credential()->id);
    SecretDialog *secret = nullptr;
    if (m_flow->state() == FlowState::Holding)
        secret = new SecretDialog(m_context, m_flow, m_op == Op::CredentialRotate,
                                  parentWidget()); // takes the flow
    else
        m_context.toasts.show({tr("%1: done", "title of an act").arg(actTitle())});
    accept();
    if (secret)
        secret->open();
}

void SecretFlowDialog::showState()
{
    if (m_flow->state() == FlowState::Holding || m_flow->state() == FlowState::Done)
        return end();
    if (m_flow->isBusy()) {
        holdSize(); // what is told from now on takes its room from the body
        m_patience->start();
    } else {
        m_patience->stop();
    }
    if (m_flow->isBusy() && m_form->isEnabled())
        m_place = FocusPlace::in(this);
    m_form->setEnabled(mayEdit());
    m_cancel->setText(m_flow->isBusy() ? tr("Close") : tr("Cancel"));
    updateSubmit();
    ShownErrors wrong;
    if (m_flow->state() == FlowState::Failed)
        wrong = showFieldErrors(
            m_flow->error(), operation(m_op).body,
            [this](const QString &pointer) { return fieldFor(pointer); }, memberName);
    showSecretState(*m_message, *m_flow, m_failure, wrong.rest);
    if (!m_flow->isBusy())
        m_place.restore();
    if (wrong.first)
        wrong.first->showItself();
}

} // namespace pc::views
