// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Call records.
namespace pc::platform::handlers {

AdminResult callList(const AdminCall &call, Tx &tx);
AdminResult callGet(const AdminCall &call, Tx &tx);
AdminResult callHistogram(const AdminCall &call, Tx &tx);
AdminResult callFacet(const AdminCall &call, Tx &tx);
void callStream(std::shared_ptr<AdminCall> call, Responder respond);

} // namespace pc::platform::handlers
