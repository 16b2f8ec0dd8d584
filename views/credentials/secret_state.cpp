// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/secret_state.h"

#include "views/widgets/message_banner.h"
#include "views/words/error_words.h"
#include "views/words/member_words.h"

#include <QCoreApplication>

namespace pc::views {

using models::SecretFlowState;

namespace {

struct SecretState
{
    Q_DECLARE_TR_FUNCTIONS(SecretState)
};

} // namespace

QString secretStateText(SecretFlowState state)
{
    return state == SecretFlowState::Acknowledging ? SecretState::tr("Confirming…")
                                                   : SecretState::tr("Requesting…");
}

QString secretFailureText(const models::SecretFlow &flow, const QString &failure)
{
    if (flow.state() == SecretFlowState::SecretGone)
        return SecretState::tr("The platform confirmed this request before, but the secret is "
                               "not here any more. Rotate the credential to get a new one.");
    if (flow.isOvertaken()) {
        const QString never =
            SecretState::tr("The secret was made, and never came into force: what came later "
                            "closed it.");
        return never + u' ' +
               (flow.error() ? describeError(*flow.error(), failure).remedy
                             : SecretState::tr("Look at the credential, and make a new secret if one is "
                                               "needed."));
    }
    return flow.error() ? errorLine(*flow.error(), failure) : failure;
}

void showSecretState(MessageBanner &message, const models::SecretFlow &flow, const QString &failure,
                     const QString &rest)
{
    const SecretFlowState state = flow.state();
    message.setVisible(state == SecretFlowState::OutcomeUnknown || state == SecretFlowState::Failed ||
                       state == SecretFlowState::SecretGone);
    message.setAction(state == SecretFlowState::OutcomeUnknown ? SecretState::tr("Ask again") : QString());
    switch (state) {
    case SecretFlowState::OutcomeUnknown:
        message.setMessage(
            Severity::Warn,
            SecretState::tr("The platform's answer was lost. Asking again continues the same request: at "
                            "most one credential comes of it."));
        break;
    case SecretFlowState::SecretGone:
        message.setMessage(Severity::Warn, secretFailureText(flow, failure));
        break;
    case SecretFlowState::Failed:
        message.setMessage(Severity::Bad, withLines(secretFailureText(flow, failure), rest));
        break;
    default:
        break;
    }
}

} // namespace pc::views
