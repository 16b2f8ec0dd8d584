// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/policy/policy.h"
#include "platform/oauth/oauth_error.h"

#include <QStringList>

#include <utility>

namespace pc::platform {

/// An error answer, and what its record says of it, which the client is not told.
struct OAuthRefusal
{
    OAuthRefusal(OAuthError why, DecisionReason because) : error(std::move(why)), reason(because) {}

    OAuthError error;
    DecisionReason reason;
    QByteArray claimed = {};               ///< id16 of the credential that the client calls itself by
    Policy::CredentialPtr credential = {}; ///< set as soon as its secret proved to hold
    int generation = 0;                    ///< likewise
    QStringList scopes = {};               ///< asked for, as far as the catalogue has them
};

} // namespace pc::platform
