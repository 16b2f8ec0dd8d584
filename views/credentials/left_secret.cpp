// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/left_secret.h"

#include "views/credentials/secret_dialog.h"
#include "views/credentials/secret_state.h"
#include "views/dialogs/left_act.h"
#include "views/seams/context.h"
#include "views/words/member_words.h"

#include <QWidget>

#include <utility>

namespace pc::views {

using models::FlowState;

LeftSecret::LeftSecret(const ViewContext &context, models::IssuingFlow *flow, Op op, QString title,
                       QString failure, QWidget *window)
    : QObject(window), m_context(context), m_flow(flow), m_op(op), m_title(std::move(title)),
      m_failure(std::move(failure)), m_window(window)
{
    m_flow->setParent(this);
    connect(m_flow, &models::IssuingFlow::stateChanged, this, &LeftSecret::tell);
}

LeftSecret::~LeftSecret() = default;

void LeftSecret::tell()
{
    switch (m_flow->state()) {
    case FlowState::HeldBack:
        return say(
            {.text = tr("%1: the secret is there, and held back. It comes into force when you ask for "
                        "it, and is shown once; if you put this away, it is lost.",
                        "title of an act")
                         .arg(m_title),
             .severity = Severity::Info,
             .actionText = tr("Show secret"),
             .action =
                 [this] {
                     m_asked = true;
                     m_flow->take();
                 },
             .lost = tr("%1: nobody has seen the secret, and it never comes into force.", "title of an act")
                         .arg(m_title)});
    case FlowState::Holding:
        if (m_asked && mayOpenOver(m_window))
            return showSecret();
        return say(
            {.text = tr("%1: done. The secret is shown once; if you put this away, it is lost.",
                        "title of an act")
                         .arg(m_title),
             .severity = Severity::Warn,
             .actionText = tr("Show secret"),
             .action = [this] { showSecret(); },
             .lost = tr("%1: the secret is in force, nobody has seen it, and it is shown nowhere again.",
                        "title of an act")
                         .arg(m_title)});
    case FlowState::Done: // of a kind without a secret
        say({.text = tr("%1: done", "title of an act").arg(m_title), .severity = Severity::Ok});
        return deleteLater();
    case FlowState::OutcomeUnknown:
        return say({.text = tr("%1: it is not known whether the platform made a secret. Nobody has seen it; "
                               "look at the credential, and rotate it if it is active.",
                               "title of an act")
                                .arg(m_title),
                    .severity = Severity::Warn,
                    .actionText = tr("Ask again"),
                    .action = [this] { m_flow->retry(); },
                    .actsInPlace = true});
    case FlowState::Failed:
    case FlowState::Gone:
        say({.text = tr("%1: %2", "title of an act, what became of it")
                         .arg(m_title, withLines(secretFailureText(*m_flow, m_failure),
                                                 m_flow->error() ? memberErrorsText(*m_flow->error(),
                                                                                    operation(m_op).body)
                                                                 : QString())),
             .severity = m_flow->isOvertaken() ? Severity::Warn : Severity::Bad});
        return deleteLater();
    default:
        return;
    }
}

void LeftSecret::say(ToastSpec spec)
{
    if (m_said) {
        m_said->disconnect(this);
        m_said->dismiss();
    }
    spec.milliseconds = untilDismissed;
    if (spec.action)
        spec.action = [guard = QPointer<LeftSecret>(this), action = std::move(spec.action)] {
            if (guard)
                action();
        };
    m_said = m_context.toasts.show(spec);
    // Whether it was put away or answered is known once its action has run.
    connect(m_said, &Toast::dismissed, this, &LeftSecret::putAway, Qt::QueuedConnection);
}

void LeftSecret::showSecret()
{
    m_flow->disconnect(this);
    (new SecretDialog(m_context, m_flow, m_op == Op::CredentialRotate, m_window))->open(); // takes the flow
    deleteLater();
}

/// Nobody wants it: a secret that is held back or shown to nobody is wiped with its flow.
void LeftSecret::putAway()
{
    if (m_flow && m_flow->parent() == this && !m_flow->isBusy())
        deleteLater();
}

} // namespace pc::views
