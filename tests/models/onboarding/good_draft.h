// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/onboarding/onboard_draft.h"
#include "tests/support/samples.h"

namespace pc::test {

/// A draft with everything that a partner needs, beside the samples of scopes and plans.
[[nodiscard]] inline models::OnboardDraft goodDraft()
{
    using namespace Qt::StringLiterals;
    models::OnboardDraft draft;
    draft.partner = sampleDraft();
    Agreement agreement;
    agreement.version = u"1.0"_s;
    agreement.fileSha256 = QString(64, u'a');
    agreement.signatories = {u"Contact"_s};
    agreement.signedOn = QDate(2026, 1, 1);
    agreement.validUntil = QDate(2027, 1, 1);
    draft.partner.agreement = agreement;
    draft.sandbox.credentialName = u"sandbox"_s;
    return draft;
}

} // namespace pc::test
