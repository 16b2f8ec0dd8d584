// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Operators' sessions, and the feed of changes.
namespace pc::platform::handlers {

void sessionRenew(std::shared_ptr<AdminCall> call, Responder respond);
void sessionEnd(std::shared_ptr<AdminCall> call, Responder respond);
void sessionGet(std::shared_ptr<AdminCall> call, Responder respond);
void changesGet(std::shared_ptr<AdminCall> call, Responder respond);

} // namespace pc::platform::handlers
