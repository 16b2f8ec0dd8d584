// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/gate.h"
#include "contract/types/networks.h"
#include "contract/types/partner.h"
#include "platform/domain/credential_row.h"

/// What stands between a partner and its next stage: pure functions over values.
namespace pc::platform::domain {

/// What the gates look at.
struct GateFacts
{
    const Partner &partner;
    const Grant &grant;
    const QList<Scope> &catalogue;
    const QList<CredentialRow> &credentials;
    qint64 sandboxCalls = 0; ///< served
    qint64 limitedCalls = 0; ///< served in production realm
    QDateTime now;
    NetworkRules networks = {};
};
[[nodiscard]] StageGates gates(const GateFacts &facts);

} // namespace pc::platform::domain
