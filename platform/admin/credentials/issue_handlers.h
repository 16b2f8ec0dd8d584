// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// What makes a secret, and its acknowledgement.
namespace pc::platform::handlers {

AdminResult credentialIssue(WriteCall &call, Tx &tx);
AdminResult credentialRotate(WriteCall &call, Tx &tx);
Narrowing rotationNarrowing(const WriteCall &call);
void credentialAck(std::shared_ptr<AdminCall> call, Responder respond);
/// Whether it ends an older secret at once, and so waits for nothing.
[[nodiscard]] bool acknowledgementRevokes(const AdminCall &call);

} // namespace pc::platform::handlers
