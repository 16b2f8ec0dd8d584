// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

namespace pc::platform::rules {

/// Whether a partner in this state may call in this realm, and hold a credential for it: Allowed, or what
/// stands in the way (PartnerFrozen, PartnerOffboarded, StageNotAllowed). Asked by decisions, by the token
/// endpoint, by introspection, and before a credential is made. The rule is that of
/// contract/rules/act_refusal.h, in the terms of a decision. Pure.
[[nodiscard]] DecisionReason judgePartner(PartnerStatus status, Stage stage, Realm realm);

} // namespace pc::platform::rules
