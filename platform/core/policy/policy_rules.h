// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/networks.h"
#include "contract/types/observation.h"
#include "contract/types/partner.h"
#include "platform/core/policy/policy.h"
#include "platform/store/rows/credential_rows.h"

namespace pc::platform {

/// Stored values as what a decision looks at. Pure.
[[nodiscard]] PartnerRule ruleOf(const Partner &partner, const Grant &grant, const Plan &plan,
                                 const NetworkRules &networks);
[[nodiscard]] CredentialRule ruleOf(const CredentialRow &credential);

/// The whole policy from the store. Throws SqlFailure.
/// Those that were not ended; whether their time has come, a decision judges.
[[nodiscard]] QList<ObservationRule> observationRulesOf(const QList<Observation> &observations);
[[nodiscard]] Policy loadPolicy(Tx &tx, QString *why);

} // namespace pc::platform
