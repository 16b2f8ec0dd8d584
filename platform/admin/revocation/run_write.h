// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/running_write.h"

namespace pc::platform {

/// Carries out, stores and answers a write. What it takes away is *denied* at once, on the caller's thread,
/// before the store is asked. It is *acknowledged* when no decision in flight stands on the policy before,
/// and the store, or else the side journal, has it. What turns out not to be allowed is taken back, as an
/// event; but not when it was told as closed by then: that is carried out from the backlog, whatever became
/// of the act. Returns at once; never blocks.
void runWrite(const std::shared_ptr<RunningWrite> &write, const Responder &respond);

} // namespace pc::platform
