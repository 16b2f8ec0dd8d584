// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/admin_context.h"

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

} // namespace pc::platform
