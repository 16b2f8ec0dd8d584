// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/body_check.h"
#include "contract/rules/required_reason.h"
#include "platform/admin/api/admin_context.h"
#include "platform/domain/field_check.h"

namespace pc::platform {

/// A request's body as a value, its texts as they are stored, and what the table of field limits says of it:
/// for a handler that tells what else is wrong in the same answer.
template <typename T>
struct Body
{
    T value;
    QList<FieldError> faults; ///< the request is refused for them
};

/// What the codec found wrong, in the words of fields: only another JSON type is malformed.
[[nodiscard]] pc::rules::FieldFault faultOf(DecodeFault fault);

/// The body as sent. 422 when it makes no value, with everything that the table says of it; alone, the first
/// member that T does not have.
template <typename T>
[[nodiscard]] AdminExpected<Body<T>> readBody(const AdminCall &call)
{
    const QJsonObject body = pc::rules::settledBody(call.operation.body, call.body);
    if (const auto stranger = unknownMember<T>(body)) {
        return invalid({pc::rules::fieldError(*stranger, pc::rules::FieldFault::UnknownMember,
                                              QStringLiteral("There is no such member."))});
    }
    FieldCheck check;
    check.fields(call.operation.body, body);
    auto value = fromJson<T>(body);
    if (!value) {
        const DecodeError &error = value.error();
        check.fail(error.pointer, faultOf(error.fault), QStringLiteral("Expected %1.").arg(error.expected));
        return invalid(check.errors());
    }
    return Body<T>{std::move(*value), check.errors()};
}

/// The body as a value that the table of field limits has nothing against; or 422.
template <typename T>
[[nodiscard]] AdminExpected<T> bodyAs(const AdminCall &call)
{
    AdminExpected<Body<T>> body = readBody<T>(call);
    if (!body)
        return tl::make_unexpected(std::move(body.error()));
    if (!body->faults.isEmpty())
        return invalid(body->faults);
    return std::move(body->value);
}

/// The body of an act that carries a reason and a ticket only, checked.
[[nodiscard]] AdminExpected<ActRequest> actOf(const AdminCall &call);

} // namespace pc::platform
