// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/required_reason.h"

namespace pc::rules {

ReasonNeed reasonNeed(Op op, const ReasonFacts &facts)
{
    switch (op) {
    case Op::PartnerPromote:
    case Op::PartnerFreeze:
    case Op::PartnerUnfreeze:
    case Op::CredentialSuspend:
    case Op::CredentialResume:
    case Op::CredentialRevoke:
    case Op::GrantEdit:
        return ReasonNeed::Required;
    case Op::CredentialIssue:
        return facts.realm == Realm::Production ? ReasonNeed::Required : ReasonNeed::Optional;
    case Op::CredentialRotate:
        return facts.emergency || facts.endsNow ? ReasonNeed::Required : ReasonNeed::Optional;
    case Op::CredentialGrace:
        return facts.endsNow ? ReasonNeed::Required : ReasonNeed::Optional;
    default:
        return ReasonNeed::None;
    }
}

} // namespace pc::rules
