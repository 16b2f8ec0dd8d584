// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_result.h"

namespace pc::platform {

/// A refusal of the API for this host's own commands, which print `why`: a sentence in English.
[[nodiscard]] inline tl::unexpected<AdminProblem> refuseLocally(int status, const QString &why)
{
    AdminProblem refusal;
    refusal.problem.status = status;
    refusal.problem.code = QStringLiteral("refused");
    refusal.problem.title = QStringLiteral("Not carried out");
    refusal.problem.detail = why;
    return tl::make_unexpected(std::move(refusal));
}

} // namespace pc::platform
