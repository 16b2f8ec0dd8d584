// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/body.h"

namespace pc::platform {

using pc::rules::FieldFault;

FieldFault faultOf(DecodeFault fault)
{
    switch (fault) {
    case DecodeFault::Missing:
        return FieldFault::Required;
    case DecodeFault::OtherType:
        return FieldFault::Malformed;
    case DecodeFault::NoValue:
        break;
    }
    return FieldFault::BadFormat;
}

AdminExpected<ActRequest> actOf(const AdminCall &call)
{
    AdminExpected<Body<ActRequest>> act = readBody<ActRequest>(call);
    if (!act)
        return tl::make_unexpected(std::move(act.error()));
    FieldCheck check(act->faults);
    check.reason(act->value.reason, pc::rules::reasonNeed(call.operation.op));
    if (!check.ok())
        return invalid(check.errors());
    return std::move(act->value);
}

} // namespace pc::platform
