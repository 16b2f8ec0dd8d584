// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_result.h"

namespace pc::platform {

/// Why the API for this host's own commands refuses, beside what the Admin API may answer too: stable, each
/// with its one code and HTTP status. The commands print the sentence that comes with it, and decide by the
/// code.
enum class LocalRefusal {
    Refused,        ///< "refused", 422: the sentence says why
    NotAcceptable,  ///< "history_not_acceptable", 409: there is nothing to accept, or it cannot be accepted
    GatewayUnknown, ///< "gateway_unknown", 404: neither the audit log nor what waits for it has this gateway
};

[[nodiscard]] QString toText(LocalRefusal refusal);
/// `why`: a sentence in English, without its full stop.
[[nodiscard]] tl::unexpected<AdminProblem> refuseLocally(LocalRefusal refusal, const QString &why);
/// The answer to an act that needs an accepted history.
[[nodiscard]] QString notAcceptedText(const QString &why);

} // namespace pc::platform
