// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"

namespace pc::platform::seed {

/// The event as `actor` made it, at that time.
[[nodiscard]] AuditEvent by(AuditEvent event, const QString &actor, const QDateTime &at);

} // namespace pc::platform::seed
