// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/onboarding/onboarding_message.h"

#include "models/onboarding/onboard_flow.h"
#include "views/words/error_words.h"

namespace pc::views {

using models::FlowState;

OnboardingMessage::OnboardingMessage(QWidget *parent) : MessageBanner(Severity::Bad, {}, parent)
{
    setObjectName(QStringLiteral("onboardingMessage"));
    setShape(Shape::Strip);
    hide();
    connect(&m_patience, &Patience::overdue, this,
            [this](int seconds) { tell(Severity::Info, Patience::text(seconds)); });
}

void OnboardingMessage::tell(Severity severity, const QString &text)
{
    setMessage(severity, text);
    setAction({});
    show();
}

void OnboardingMessage::showFlow(const models::OnboardFlow &flow, const QString &failure)
{
    const bool busy = flow.state() == FlowState::Working;
    busy ? m_patience.start() : m_patience.stop();
    const bool unknown = flow.state() == FlowState::OutcomeUnknown;
    const bool failed = (flow.state() == FlowState::Failed || unknown) && flow.error();
    setVisible(failed || (busy && m_patience.seconds() >= Patience::silentSeconds));
    if (failed) {
        setMessage(unknown ? Severity::Warn : Severity::Bad, errorLine(*flow.error(), failure));
        setAction(unknown ? tr("Ask again") : QString());
    }
}

} // namespace pc::views
