// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/policy/policy.h"

/// Whether a changed rule takes nothing away: every call and every token that `before` lets pass at `now`,
/// the rule `after` lets pass too, as often. What is not proven here counts as taken away, and is waited for
/// before it is acknowledged. Pure.
namespace pc::platform {

[[nodiscard]] bool isWidening(const PartnerRule &before, const PartnerRule &after, Instant now);
[[nodiscard]] bool isWidening(const CredentialRule &before, const CredentialRule &after, Instant now);

} // namespace pc::platform
