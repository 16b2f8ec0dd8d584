// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/api_error.h"
#include "contract/codec/codecs.h"
#include "contract/rules/body_check.h"

#include <QJsonObject>

#include <optional>

namespace pc::models {

/// What the table of limits (contract/rules/field_limits.h) says is wrong with a request as the service
/// stores it: rules::bodyFaults() of its settled body. `schema`: of openapi.yaml, e.g. "ActRequest".
[[nodiscard]] QList<rules::BodyFault> requestFaults(const char *schema, const QJsonObject &body);

/// What the service would answer to a request with requestFaults(): validation_failed with every wrong field,
/// and no HTTP status, as nothing was sent. Nothing when there are none.
[[nodiscard]] std::optional<client::ApiError> refusedBeforehand(const char *schema, const QJsonObject &body);

/// The same of a request by its type.
template <typename T>
[[nodiscard]] QList<rules::BodyFault> requestFaults(const char *schema, const T &request)
{
    return requestFaults(schema, toJson(request));
}
template <typename T>
[[nodiscard]] std::optional<client::ApiError> refusedBeforehand(const char *schema, const T &request)
{
    return refusedBeforehand(schema, toJson(request));
}

} // namespace pc::models
