// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/onboarding/first_credential.h"

#include "models/credentials/issuing_flow.h"
#include "models/session/connection.h"
#include "views/credentials/left_secret.h"
#include "views/credentials/secret_dialog.h"
#include "views/dialogs/left_act.h"
#include "views/seams/context.h"
#include "views/words/names.h"

#include <QCoreApplication>
#include <QWidget>

namespace pc::views {

using models::FlowState;

namespace {

struct FirstCredentialText
{
    Q_DECLARE_TR_FUNCTIONS(FirstCredential)
};

constexpr int sandboxDays = 180;

} // namespace

void issueFirstCredential(const ViewContext &context, RandomSource &random, const Partner &partner,
                          const PartnerDraft &draft, const models::SandboxOptions &options, QWidget *window)
{
    auto *flow = new models::IssueFlow(context.connection.credentials(), random, partner.id, window);
    IssueRequest request;
    request.name = options.credentialName;
    request.kind = options.kind;
    request.realm = Realm::Sandbox;
    request.scopes = draft.scopes;
    request.expiresAt = context.connection.clock().now().toUTC().addDays(sandboxDays);
    request.owner = draft.owner;
    request.reason = FirstCredentialText::tr("Onboarding");
    flow->setRequest(request);
    flow->follow(context.connection.feed());
    flow->holdBack(); // whoever asked may be at something else when the answer comes
    QObject::connect(flow, &models::IssuingFlow::stateChanged, flow, [&context, flow, window, partner] {
        const bool free = mayOpenOver(window);
        if (flow->isBusy())
            return;
        if (flow->state() == FlowState::HeldBack && free)
            return flow->take();
        flow->disconnect(flow);
        if (flow->state() == FlowState::Holding && free)
            return (new SecretDialog(context, flow, false, window))->open();
        (new LeftSecret(context, flow, Op::CredentialIssue,
                        FirstCredentialText::tr("Sandbox credential of %1").arg(inSentence(partner.name)),
                        FirstCredentialText::tr("The sandbox credential was not issued."), window))
            ->tell();
    });
    flow->submit();
}

} // namespace pc::views
