// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Revisions of a catalogue as they are looked at.
namespace pc::platform::handlers {

AdminResult revisionList(const AdminCall &call, Tx &tx);
AdminResult revisionGet(const AdminCall &call, Tx &tx);
AdminResult revisionChanges(const AdminCall &call, Tx &tx);

} // namespace pc::platform::handlers
