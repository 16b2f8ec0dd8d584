// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/message_banner.h"
#include "views/widgets/patience.h"

namespace pc::models {
class OnboardFlow;
}

namespace pc::views {

/// The line above the buttons of onboarding: how long the platform is silent, what became of what was sent,
/// and why it was not sent. Its action asks again what became of it.
class OnboardingMessage final : public MessageBanner
{
    Q_OBJECT
public:
    explicit OnboardingMessage(QWidget *parent = nullptr);

    /// Says it, without an action.
    void tell(Severity severity, const QString &text);
    /// Follows the flow; `failure` is the sentence for a refusal.
    void showFlow(const models::OnboardFlow &flow, const QString &failure);

private:
    Patience m_patience;
};

} // namespace pc::views
