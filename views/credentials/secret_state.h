// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/credentials/issuing_flow.h"

namespace pc::views {

class MessageBanner;

/// What an IssuingFlow is doing, for the submit button.
[[nodiscard]] QString secretStateText(models::FlowState state);
/// Why a flow that Failed, or whose secret is gone, gives no secret. `failure`: the sentence for a refusal;
/// it stands only where the platform refused the request itself.
[[nodiscard]] QString secretFailureText(const models::IssuingFlow &flow, const QString &failure);
/// Shows a failed or unknown outcome in the dialog's message line (with "Ask again" where that helps), or
/// hides it. `rest`: what is wrong beside the fields of the dialog.
void showSecretState(MessageBanner &message, const models::IssuingFlow &flow, const QString &failure,
                     const QString &rest);

} // namespace pc::views
