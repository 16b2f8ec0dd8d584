// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/secret_state.h"

#include "views/widgets/message_banner.h"
#include "views/words/error_words.h"
#include "views/words/member_words.h"

#include <QCoreApplication>

namespace pc::views {

using models::FlowState;

namespace {

struct SecretState
{
    Q_DECLARE_TR_FUNCTIONS(SecretState)
};

} // namespace

QString secretStateText(FlowState state)
{
    return state == FlowState::Confirming ? SecretState::tr("Confirming…") : SecretState::tr("Requesting…");
}

QString secretFailureText(const models::IssuingFlow &flow, const QString &failure)
{
    if (flow.state() == FlowState::Gone)
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

void showSecretState(MessageBanner &message, const models::IssuingFlow &flow, const QString &failure,
                     const QString &rest)
{
    const FlowState state = flow.state();
    message.setVisible(state == FlowState::OutcomeUnknown || state == FlowState::Failed ||
                       state == FlowState::Gone);
    message.setAction(state == FlowState::OutcomeUnknown ? SecretState::tr("Ask again") : QString());
    switch (state) {
    case FlowState::OutcomeUnknown:
        message.setMessage(
            Severity::Warn,
            SecretState::tr("The platform's answer was lost. Asking again continues the same request: at "
                            "most one credential comes of it."));
        break;
    case FlowState::Gone:
        message.setMessage(Severity::Warn, secretFailureText(flow, failure));
        break;
    case FlowState::Failed:
        message.setMessage(Severity::Bad, withLines(secretFailureText(flow, failure), rest));
        break;
    default:
        break;
    }
}

} // namespace pc::views
