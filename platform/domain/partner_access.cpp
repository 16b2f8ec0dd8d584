// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/partner_access.h"

namespace pc::platform::rules {

DecisionReason judgePartner(PartnerStatus status, Stage stage, Realm realm)
{
    switch (status) {
    case PartnerStatus::Active:
        break;
    case PartnerStatus::Frozen:
        return DecisionReason::PartnerFrozen;
    case PartnerStatus::Offboarded:
    case PartnerStatus::Unknown:
        return DecisionReason::PartnerOffboarded;
    }
    // The sandbox stays open, whatever stage the partner has reached.
    const bool open = realm == Realm::Sandbox ||
                      (realm == Realm::Production && (stage == Stage::Limited || stage == Stage::Production));
    return open ? DecisionReason::Allowed : DecisionReason::StageNotAllowed;
}

} // namespace pc::platform::rules
