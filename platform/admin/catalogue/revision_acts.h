// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Revisions of a catalogue as they are put in force and let go.
namespace pc::platform::handlers {

AdminExpected<PreparedWrite> revisionApply(const WriteCall &call);
AdminExpected<PreparedWrite> revisionRemove(const WriteCall &call);

} // namespace pc::platform::handlers
