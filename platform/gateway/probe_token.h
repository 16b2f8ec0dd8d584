// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/presented.h"
#include "platform/core/policy/policy.h"

namespace pc::platform {

/// Of a token that stands for this generation at the probe route and nowhere else.
[[nodiscard]] TokenClaims probeClaims(const CredentialRule &credential, int generation, Instant now);

} // namespace pc::platform
