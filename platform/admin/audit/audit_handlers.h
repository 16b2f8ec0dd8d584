// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// The audit log, its checkpoints and its proofs.
namespace pc::platform::handlers {

AdminResult auditList(const AdminCall &call, Tx &tx);
AdminResult auditHistogram(const AdminCall &call, Tx &tx);
AdminResult auditGet(const AdminCall &call, Tx &tx);
void auditStream(std::shared_ptr<AdminCall> call, Responder respond);
AdminResult checkpointGet(const AdminCall &call, Tx &tx);
AdminExpected<PreparedWrite> checkpointMake(const WriteCall &call);
AdminResult inclusionProofGet(const AdminCall &call, Tx &tx);
AdminResult consistencyProofGet(const AdminCall &call, Tx &tx);

} // namespace pc::platform::handlers
