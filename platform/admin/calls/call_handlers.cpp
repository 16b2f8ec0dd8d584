// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/call_handlers.h"

#include "platform/admin/calls/call_parameters.h"

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

AdminResult callList(const AdminCall &call, Tx &tx)
{
    Parameters parameters(call.request);
    CallQuery query;
    query.filter = callFilter(parameters);
    query.at = parameters.time(u"at");
    query.order = parameters.one(u"order", RowOrder::NewestFirst);
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
