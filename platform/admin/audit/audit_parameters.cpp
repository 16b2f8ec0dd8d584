// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/audit/audit_parameters.h"

namespace pc::platform::handlers {

AuditFilter auditFilter(Parameters &parameters)
{
    AuditFilter filter;
    filter.text = parameters.text(u"q");
    filter.partnerId = parameters.text(u"partner_id");
    filter.notPartnerId = parameters.text(u"not_partner_id");
    filter.actor = parameters.text(u"actor");
    filter.notActor = parameters.text(u"not_actor");
    filter.action = parameters.text(u"action");
    filter.notAction = parameters.text(u"not_action");
    filter.targetId = parameters.text(u"target_id");
    filter.notTargetId = parameters.text(u"not_target_id");
    filter.requestId = parameters.text(u"request_id");
    filter.from = parameters.time(u"from");
    filter.to = parameters.time(u"to");
    return filter;
}

} // namespace pc::platform::handlers
