// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/explain_handlers.h"

#include "platform/admin/calls/explanation.h"
#include "platform/store/audit/audit_canonical.h"
#include "platform/store/audit/audit_log.h"

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

AdminResult callExplain(const AdminCall &call, Tx &tx)
{
    const auto record = call.context.usage.findCall(tx, call.parameter("call_id"));
    if (!record)
        return notFound(u"call"_s);
    return replyWith(explained(call.context, tx, *record));
}

AdminResult auditRefusals(const AdminCall &call, Tx &tx)
{
    const qint64 index = eventIndex(call.parameter("event_id"));
    const auto record = index < 0 ? std::nullopt : audit_log::find(tx, index);
    if (!record)
        return notFound(u"event"_s);
    return replyWith(refusalsOf(call.context, tx, record->event));
}

} // namespace pc::platform::handlers
