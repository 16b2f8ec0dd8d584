// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/body_check.h"
#include "contract/rules/required_reason.h"
#include "platform/admin/api/admin_context.h"
#include "platform/domain/field_check.h"

namespace pc::platform {

/// The request's body as a value, its texts as they are stored; or 422 with the pointer where it broke the
/// contract. Members that T does not have are refused.
template <typename T>
[[nodiscard]] AdminExpected<T> bodyAs(const AdminCall &call)
{
    const QJsonObject body = pc::rules::settledBody(call.operation.body, call.body);
    if (const auto stranger = unknownMember<T>(body)) {
        return invalid({pc::rules::fieldError(*stranger, pc::rules::FieldFault::UnknownMember,
                                              QStringLiteral("There is no such member."))});
    }
    auto value = fromJson<T>(body);
    if (!value) {
        return invalid({pc::rules::fieldError(value.error().pointer, pc::rules::FieldFault::Malformed,
                                              QStringLiteral("Expected %1.").arg(value.error().expected))});
    }
    return std::move(*value);
}

/// The body of an act that carries a reason and a ticket only, checked.
[[nodiscard]] inline AdminExpected<ActRequest> actOf(const AdminCall &call)
{
    AdminExpected<ActRequest> act = bodyAs<ActRequest>(call);
    if (!act)
        return act;
    FieldCheck check;
    check.fields(call.operation.body, toJson(*act));
    check.reason(act->reason, pc::rules::reasonNeed(call.operation.op));
    if (!check.ok())
        return invalid(check.errors());
    return act;
}

} // namespace pc::platform
