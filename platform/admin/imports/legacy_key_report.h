// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/import.h"
#include "platform/admin/api/admin_context.h"

namespace pc::platform::imports {

/// How far imported keys are on their way out: of one partner, or of all (empty). At most `limit` are named.
[[nodiscard]] LegacyKeyReport legacyKeyReport(AdminContext &context, Tx &tx, const QString &partnerId,
                                              int limit, const QDateTime &now);

} // namespace pc::platform::imports
