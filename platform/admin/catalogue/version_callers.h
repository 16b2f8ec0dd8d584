// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/version.h"
#include "platform/admin/api/admin_context.h"
#include "platform/store/sql/tx.h"

namespace pc::platform {

/// With what is counted of each: its routes, and who called them in 30 days. `versions`: all of one API.
[[nodiscard]] QList<ApiVersion> counted(AdminContext &context, Tx &tx, QList<ApiVersion> versions,
                                        const QDateTime &now);

/// Who still calls a version, by partner.
[[nodiscard]] VersionUse useOf(AdminContext &context, Tx &tx, const ApiVersion &version,
                               const QDateTime &now);

} // namespace pc::platform
