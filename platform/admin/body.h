// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/admin_context.h"
#include "platform/admin/field_check.h"

namespace pc::platform {

/// The request's body as a value, or 422 with the pointer where it broke the contract.
template <typename T>
[[nodiscard]] Acted<T> bodyAs(const AdminCall &call)
{
    auto value = fromJson<T>(call.body);
    if (!value) {
        return invalid({FieldError{value.error().pointer, QStringLiteral("malformed"),
                                   QStringLiteral("Expected %1.").arg(value.error().expected)}});
    }
    return std::move(*value);
}

/// The body of an act, which needs a reason.
[[nodiscard]] inline Acted<ActRequest> actOf(const AdminCall &call)
{
    Acted<ActRequest> act = bodyAs<ActRequest>(call);
    if (!act)
        return act;
    FieldCheck check;
    checkReason(check, act->reason, act->ticket, true);
    if (!check.ok())
        return invalid(check.errors());
    return act;
}

} // namespace pc::platform
