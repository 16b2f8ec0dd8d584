// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/audit/audit_event_model.h"
#include "models/audit/audit_histogram_model.h"
#include "models/audit/audit_list_model.h"
#include "models/calls/refusals_model.h"

namespace pc::models {

class Connection;

/// Everything that one place which shows the audit trail needs, in the order in which it is made and goes.
struct AuditModels
{
    AuditModels(Connection &connection, AuditIntegrity &integrity);

    AuditIntegrity &integrity;
    AuditListModel list;
    AuditHistogramModel counts; ///< of what the list shows
    AuditHistogramModel around; ///< of the part of time that the strip shows
    AuditEventModel event;
    RefusalsModel refusals; ///< of that event
};

} // namespace pc::models
