// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// What shows that a revocation is real.
namespace pc::platform::handlers {

void credentialProbe(std::shared_ptr<AdminCall> call, Responder respond);
AdminResult revocationGet(const AdminCall &call, Tx &tx);

} // namespace pc::platform::handlers
