// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/call_handlers.h"

#include "platform/admin/api/parameters.h"

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

AdminResult callList(const AdminCall &call, Tx &tx)
{
    Parameters parameters(call.request);
    CallQuery query;
    query.partnerId = parameters.text(u"partner_id");
    query.credentialId = parameters.text(u"credential_id");
    query.requestId = parameters.text(u"request_id");
    query.outcomes = parameters.enums<Outcome>(u"outcome");
    query.from = parameters.time(u"from");
    query.to = parameters.time(u"to");
    query.limit = parameters.limit();
    query.cursor = parameters.cursor();
    if (!parameters.ok())
        return parameters.error();
    const auto page = call.context.usage.listCalls(tx, query);
    if (!page)
        return badCursor();
    return replyWith(*page);
}

AdminResult callGet(const AdminCall &call, Tx &tx)
{
    const auto record = call.context.usage.findCall(tx, call.parameter("call_id"));
    if (!record)
        return notFound(u"call"_s);
    return replyWith(*record);
}

} // namespace pc::platform::handlers
