// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/required_reason.h"

#include <cstdlib>

namespace pc::rules {

namespace {

/// Of those whose row says Reason::ByCase.
bool isNeeded(Op op, const ReasonFacts &facts)
{
    switch (op) {
    case Op::CredentialIssue:
        return facts.realm == Realm::Production;
    case Op::CredentialRotate:
        return facts.emergency || facts.endsNow;
    case Op::CredentialGrace:
        return facts.endsNow;
    case Op::NetworksEdit:
        return facts.changesReach;
    case Op::ScopeEffect: // only asked for
    case Op::PlanEffect:
        return false;
    default: // its row says that it depends, and nothing says on what
        std::abort();
    }
}

} // namespace

ReasonNeed reasonNeed(Op op, const ReasonFacts &facts)
{
    switch (operation(op).reason) {
    case Reason::None:
        return ReasonNeed::None;
    case Reason::ByCase:
        return isNeeded(op, facts) ? ReasonNeed::Required : ReasonNeed::Optional;
    case Reason::Required:
        break;
    }
    return ReasonNeed::Required;
}

} // namespace pc::rules
