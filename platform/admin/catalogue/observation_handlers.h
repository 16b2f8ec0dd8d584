// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

/// Observing before enforcing.
namespace pc::platform {

/// Those that are not over, as a policy has them.
[[nodiscard]] QList<ObservationRule> observationRules(Tx &tx);
/// Records the end of those whose time has come; decisions ended them by the clock. Gives how many.
int endDueObservations(AdminContext &context, const QDateTime &now);

namespace handlers {

AdminResult observationList(const AdminCall &call, Tx &tx);
AdminResult observationReport(const AdminCall &call, Tx &tx);
AdminExpected<PreparedWrite> observationBegin(const WriteCall &call);
AdminExpected<PreparedWrite> observationEnd(const WriteCall &call);
AdminExpected<PreparedWrite> observationExtend(const WriteCall &call);

} // namespace handlers

} // namespace pc::platform
