// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/api_error.h"

#include <functional>
#include <optional>

namespace pc::views {

class FormField;

/// What became of the platform's errors about single members of a request.
struct ShownErrors
{
    FormField *first = nullptr; ///< the first field that has one
    QString rest;               ///< those without a field, one a line
};

/// Puts every field error at its field; none is lost: what has no field that is seen is in `rest`.
/// `body`: the schema of what was sent (Operation::body). `fieldAt`: the field for a JSON pointer, nullptr
/// without one. `nameOf`: what people call such a member.
[[nodiscard]] ShownErrors showFieldErrors(const std::optional<client::ApiError> &error, const char *body,
                                          const std::function<FormField *(const QString &)> &fieldAt,
                                          const std::function<QString(const QString &)> &nameOf);

} // namespace pc::views
