// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/policy/access.h"

#include "platform/core/catalogue/route_catalogue.h"
#include "platform/domain/partner_access.h"

namespace pc::platform {

Access accessOf(const Policy &policy, const CredentialRule &credential, const QStringList &presented)
{
    Access access;
    Policy::PartnerPtr partner = policy.partner(credential.partnerId);
    access.reason = partner ? rules::judgePartner(partner->status, partner->stage, credential.realm)
                            : DecisionReason::PartnerOffboarded;
    if (access.reason != DecisionReason::Allowed)
        return access;
    for (const QString &scope : presented) {
        if (partner->scopes.contains(scope) && credential.scopes.contains(scope) &&
            scope != QStringView(probeScope))
            access.scopes.append(scope);
    }
    access.partner = std::move(partner);
    return access;
}

} // namespace pc::platform
