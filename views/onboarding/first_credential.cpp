// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/onboarding/first_credential.h"

#include "models/connection.h"
#include "models/secret_flow.h"
#include "views/context.h"
#include "views/credentials/secret_dialog.h"
#include "views/widgets/toast.h"
#include "views/words/error_words.h"

#include <QCoreApplication>
#include <QWidget>

namespace pc::views {

using models::SecretFlowState;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FirstCredential)
};

constexpr int sandboxDays = 180;

} // namespace

void issueFirstCredential(const ViewContext &context, RandomSource &random, const Partner &partner,
                          const PartnerDraft &draft, const models::SandboxWish &wish, QWidget *window)
{
    auto *flow = new models::IssueFlow(context.connection.credentials(), random, partner.id, window);
    IssueRequest request;
    request.name = wish.credentialName;
    request.kind = wish.kind;
    request.realm = Realm::Sandbox;
    request.scopes = draft.scopes;
    request.expiresAt = context.connection.clock().now().toUTC().addDays(sandboxDays);
    request.owner = draft.owner;
    request.reason = Text::tr("Onboarding");
    flow->setRequest(request);
    QObject::connect(flow, &models::SecretFlow::stateChanged, flow, [&context, flow, window] {
        switch (flow->state()) {
        case SecretFlowState::Holding:
            flow->disconnect(flow);
            (new SecretDialog(context, flow, false, window))->open();
            break;
        case SecretFlowState::OutcomeUnknown:
            context.toasts.show(
                {.text = Text::tr("It is not known whether the sandbox credential was issued"),
                 .kind = Kind::Warn,
                 .actionText = Text::tr("Ask again"),
                 .action = [flow] { flow->retry(); },
                 .milliseconds = 60000});
            break;
        case SecretFlowState::Failed:
        case SecretFlowState::SecretGone:
            context.toasts.show(
                {.text = flow->error()
                             ? errorLine(*flow->error(), Text::tr("The sandbox credential was not issued."))
                             : Text::tr("The sandbox credential was not issued."),
                 .kind = Kind::Bad});
            flow->deleteLater();
            break;
        default:
            break;
        }
    });
    flow->submit();
}

} // namespace pc::views
