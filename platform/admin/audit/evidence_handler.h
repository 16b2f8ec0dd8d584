// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Events of a filter with all that is needed to check them without the service.
namespace pc::platform::handlers {

void auditEvidence(std::shared_ptr<AdminCall> call, Responder respond);

} // namespace pc::platform::handlers
