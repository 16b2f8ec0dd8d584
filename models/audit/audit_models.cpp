// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/audit_models.h"

#include "models/session/connection.h"

namespace pc::models {

AuditModels::AuditModels(Connection &connection, AuditIntegrity &log)
    : integrity(log), list(connection.audit(), connection.feed()),
      counts(connection.audit(), connection.feed()), around(connection.audit(), connection.feed()),
      event(connection.audit(), log, connection.clock()), refusals(connection.calls(), connection.clock())
{
}

} // namespace pc::models
