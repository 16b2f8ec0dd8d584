// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/policy/policy.h"

namespace pc::platform {

/// What somebody who proved to hold a credential may do with it now.
struct Access
{
    DecisionReason reason = DecisionReason::Unknown; ///< Allowed, or what keeps its partner out
    Policy::PartnerPtr partner;                      ///< of the credential; set when Allowed
    /// Of those presented, what the partner's grant and the credential have too; never the probe scope,
    /// which nobody is granted, whatever a grant says. Empty unless Allowed.
    QStringList scopes;
};

/// The one judgement of "may this partner call here, and with which scopes": a decision, the token endpoint
/// and introspection ask it. `presented`: the scopes of a token, or all of the credential's. Pure.
[[nodiscard]] Access accessOf(const Policy &policy, const CredentialRule &credential,
                              const QStringList &presented);

} // namespace pc::platform
