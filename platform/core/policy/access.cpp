// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/policy/access.h"

#include "contract/rules/act_refusal.h"
#include "platform/core/catalogue/route_catalogue.h"

namespace pc::platform {

namespace {

/// Whether a partner in this state may call in this realm: Allowed, or what stands in the way, by the rule on
/// who may hold a credential for it.
DecisionReason judgePartner(PartnerStatus status, Stage stage, Realm realm)
{
    const auto refusal = pc::rules::holderRefusal({status, stage, realm});
    if (!refusal)
        return DecisionReason::Allowed;
    if (*refusal == ProblemCode::StageTooLow)
        return DecisionReason::StageNotAllowed;
    return status == PartnerStatus::Frozen ? DecisionReason::PartnerFrozen
                                           : DecisionReason::PartnerOffboarded;
}

} // namespace

Access accessOf(const Policy &policy, const CredentialRule &credential, const QStringList &presented)
{
    Access access;
    Policy::PartnerPtr partner = policy.partner(credential.partnerId);
    access.reason = partner ? judgePartner(partner->status, partner->stage, credential.realm)
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
