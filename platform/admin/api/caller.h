// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/admin/api/admin_result.h"

namespace pc::platform {

/// The token of the only Authorization field, of scheme Bearer; empty otherwise.
[[nodiscard]] QByteArrayView bearerToken(const HttpRequest &request);

/// Who asks, from the header alone: authenticated, and allowed to. 401 or 403 else.
[[nodiscard]] AdminExpected<Actor> callerOf(AdminContext &context, const Operation &operation,
                                            const HttpRequest &request, const QDateTime &now);

/// The same once more, for what waited or goes on for long: why the caller may not do this any more; nothing
/// while it may. Whoever was disabled, demoted or signed out meanwhile gets nothing more done or shown. A
/// token that only ran out while its request waited is still good for it.
[[nodiscard]] std::optional<AdminProblem> noLongerAllowed(const AdminCall &call);

/// An event as this request's: by whom, in which role, when and from where.
[[nodiscard]] AuditEvent byCaller(const AdminCall &call, AuditEvent event);

} // namespace pc::platform
