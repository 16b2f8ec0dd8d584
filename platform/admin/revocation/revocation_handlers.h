// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Deny first, then store.
namespace pc::platform::handlers {

void partnerFreeze(std::shared_ptr<AdminCall> call, Responder respond);
void credentialSuspend(std::shared_ptr<AdminCall> call, Responder respond);
void credentialRevoke(std::shared_ptr<AdminCall> call, Responder respond);

} // namespace pc::platform::handlers
