// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/write_call.h"

#include <memory>

namespace pc::platform {

/// After a revocation was acknowledged: asks every decision point again, and keeps what they say with the
/// receipt, as the audit event credential.revoke_probed, and in the change feed. Does nothing when no probe
/// was made before: then the receipt says "not proven" already. Never blocks.
void proveRevocation(const std::shared_ptr<const WriteCall> &call);

} // namespace pc::platform
