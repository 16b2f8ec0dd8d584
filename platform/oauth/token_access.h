// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/policy/access.h"

namespace pc::platform {

/// What a client that proved itself may ask a token for, and from where: accessOf(), and the networks of its
/// partner. The token endpoint asks it, and whoever explains a request. `source`: nothing, no address. Pure.
[[nodiscard]] Access tokenAccessOf(const Policy &policy, const CredentialRule &credential,
                                   const std::optional<pc::rules::Address> &source, Instant now);

} // namespace pc::platform
