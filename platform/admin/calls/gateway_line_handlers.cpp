// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/gateway_line_handlers.h"

#include "platform/admin/api/parameters.h"

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

AdminResult gatewayLineList(const AdminCall &call, Tx &tx)
{
    Parameters parameters(call.request);
    GatewayLineQuery query;
    query.requestId = parameters.text(u"request_id");
    query.source = parameters.text(u"source");
    query.gateway = parameters.text(u"gateway");
    query.from = parameters.time(u"from");
    query.to = parameters.time(u"to");
    query.limit = parameters.limit();
    query.cursor = parameters.cursor();
    if (query.from && query.to && *query.to <= *query.from)
        parameters.fail(u"to", u"a time after from"_s);
    if (!parameters.ok())
        return parameters.error();
    const auto page = call.context.usage.listGatewayLines(tx, query);
    if (!page)
        return badCursor();
    return replyWith(*page);
}

} // namespace pc::platform::handlers
