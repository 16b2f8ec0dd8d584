// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/api_error.h"
#include "contract/codec/codecs.h"

#include <QJsonObject>

#include <optional>

namespace pc::models {

/// What the service would answer to a request that its table of limits (contract/rules/field_limits.h) does
/// not allow: validation_failed with every wrong field, and no HTTP status, as nothing was sent. Nothing when
/// the table allows it. `schema`: of openapi.yaml, e.g. "ActRequest".
[[nodiscard]] std::optional<client::ApiError> refusedBeforehand(const char *schema, const QJsonObject &body);

/// The same of a request by its type.
template <typename T>
[[nodiscard]] std::optional<client::ApiError> refusedBeforehand(const char *schema, const T &request)
{
    return refusedBeforehand(schema, toJson(request));
}

} // namespace pc::models
