// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/body_check.h"
#include "contract/rules/required_reason.h"
#include "platform/admin/api/admin_context.h"
#include "platform/domain/field_check.h"

namespace pc::platform {

/// Name of a request's schema in openapi.yaml and in the table of contract/rules/field_limits.h.
template <typename T>
inline constexpr const char *schemaOf = nullptr;
template <>
inline constexpr const char *schemaOf<PartnerDraft> = "PartnerDraft";
template <>
inline constexpr const char *schemaOf<IssueRequest> = "IssueRequest";
template <>
inline constexpr const char *schemaOf<RotateRequest> = "RotateRequest";
template <>
inline constexpr const char *schemaOf<AckRequest> = "AckRequest";
template <>
inline constexpr const char *schemaOf<ActRequest> = "ActRequest";
template <>
inline constexpr const char *schemaOf<GraceRequest> = "GraceRequest";
template <>
inline constexpr const char *schemaOf<GrantEdit> = "GrantEdit";

/// The request's body as a value, its texts as they are stored; or 422 with the pointer where it broke the
/// contract. Members that T does not have are refused.
template <typename T>
[[nodiscard]] Acted<T> bodyAs(const AdminCall &call)
{
    static_assert(schemaOf<T> != nullptr, "name the schema above");
    const QJsonObject body = pc::rules::settledBody(schemaOf<T>, call.body);
    if (const auto stranger = unknownMember<T>(body)) {
        return invalid({FieldError{*stranger, QStringLiteral("unknown_member"),
                                   QStringLiteral("There is no such member.")}});
    }
    auto value = fromJson<T>(body);
    if (!value) {
        return invalid({FieldError{value.error().pointer, QStringLiteral("malformed"),
                                   QStringLiteral("Expected %1.").arg(value.error().expected)}});
    }
    return std::move(*value);
}

/// The body of an act that carries a reason and a ticket only, checked.
[[nodiscard]] inline Acted<ActRequest> actOf(const AdminCall &call)
{
    Acted<ActRequest> act = bodyAs<ActRequest>(call);
    if (!act)
        return act;
    FieldCheck check;
    check.fields(schemaOf<ActRequest>, toJson(*act));
    check.reason(act->reason, pc::rules::reasonNeed(call.operation.op));
    if (!check.ok())
        return invalid(check.errors());
    return act;
}

} // namespace pc::platform
