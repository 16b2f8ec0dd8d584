// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_result.h"
#include "platform/store/rows/credential_rows.h"

namespace pc::platform {

/// The answer to issue and rotate, made from the stored generation: the same sealed bytes as long as it is
/// pending, then 410 `secret_gone` (acknowledged) or `credential_void` (never acknowledged, or replaced).
[[nodiscard]] AdminResult sealedReply(Tx &tx, const QString &credentialId, int generation, int status,
                                      const QDateTime &now);

} // namespace pc::platform
