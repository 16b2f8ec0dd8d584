// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/call_handlers.h"

#include "contract/rules/call_fields.h"
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

AdminResult callHistogram(const AdminCall &call, Tx &tx)
{
    Parameters parameters(call.request);
    const CallFilter filter = callFilter(parameters);
    const auto buckets = parameters.number("buckets");
    if (!parameters.ok())
        return parameters.error();
    return replyWith(call.context.usage.callHistogram(tx, filter, static_cast<int>(*buckets), call.now));
}

AdminResult callFacet(const AdminCall &call, Tx &tx)
{
    Parameters parameters(call.request);
    const CallFilter filter = callFilter(parameters);
    const CallField field = parameters.one(u"field", CallField::Unknown);
    const int most = parameters.limit();
    if (field == CallField::Unknown || !pc::rules::callField(field).hasFacet)
        parameters.fail(u"field", u"a field whose values are counted"_s);
    if (!parameters.ok())
        return parameters.error();
    return replyWith(call.context.usage.callFacet(tx, filter, field, most));
}

AdminResult callGet(const AdminCall &call, Tx &tx)
{
    const auto record = call.context.usage.findCall(tx, call.parameter("call_id"));
    if (!record)
        return notFound(u"call"_s);
    return replyWith(*record);
}

} // namespace pc::platform::handlers
