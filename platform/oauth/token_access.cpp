// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/oauth/token_access.h"

namespace pc::platform {

Access tokenAccessOf(const Policy &policy, const CredentialRule &credential,
                     const std::optional<pc::rules::Address> &source, Instant now)
{
    Access access = accessOf(policy, credential, credential.scopes);
    if (access.reason == DecisionReason::Allowed &&
        !access.partner->allowsFrom(source, credential.realm, credential.id16, now))
        access.reason = DecisionReason::NetworkNotAllowed;
    return access;
}

} // namespace pc::platform
