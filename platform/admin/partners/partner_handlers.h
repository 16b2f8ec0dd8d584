// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Partners, their stage and their status.
namespace pc::platform::handlers {

AdminResult partnerList(const AdminCall &call, Tx &tx);
AdminResult partnerGet(const AdminCall &call, Tx &tx);
AdminResult partnerGates(const AdminCall &call, Tx &tx);
AdminResult partnerCreate(WriteCall &call, Tx &tx);
AdminResult partnerEdit(WriteCall &call, Tx &tx);
Narrowing partnerEditNarrowing(const WriteCall &call);
AdminResult partnerPromote(WriteCall &call, Tx &tx);
AdminResult partnerUnfreeze(WriteCall &call, Tx &tx);

} // namespace pc::platform::handlers
