// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/partner.h"
#include "models/onboarding/onboard_draft.h"

namespace pc {
class RandomSource;
}
class QWidget;

namespace pc::views {

struct ViewContext;

/// Issues the sandbox credential that onboarding asked for, and shows its secret once over `window`, or
/// offers it in a toast when the person is at something else by then. A failure is told in a toast: the
/// partner exists all the same, and the credential can be issued from its page.
void issueFirstCredential(const ViewContext &context, RandomSource &random, const Partner &partner,
                          const PartnerDraft &draft, const models::SandboxOptions &options, QWidget *window);

} // namespace pc::views
