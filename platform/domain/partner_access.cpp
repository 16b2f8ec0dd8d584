// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/partner_access.h"

#include "contract/rules/act_refusal.h"

namespace pc::platform::rules {

DecisionReason judgePartner(PartnerStatus status, Stage stage, Realm realm)
{
    const auto refusal =
        pc::rules::refusalOf(Op::CredentialIssue, pc::rules::PartnerFacts{status, stage, realm});
    if (!refusal)
        return DecisionReason::Allowed;
    if (*refusal == ProblemCode::StageTooLow)
        return DecisionReason::StageNotAllowed;
    return status == PartnerStatus::Frozen ? DecisionReason::PartnerFrozen
                                           : DecisionReason::PartnerOffboarded;
}

} // namespace pc::platform::rules
