// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/api_error.h"
#include "contract/codec/codecs.h"

#include <optional>

namespace pc::client {

/// The object as it is now, out of a 412 (members "current" and "etag" of the problem); nothing when the
/// answer did not carry it.
template <typename T>
[[nodiscard]] std::optional<Versioned<T>> currentState(const ApiError &error)
{
    if (error.status != 412)
        return std::nullopt;
    const auto document = parseObject(error.body);
    if (!document)
        return std::nullopt;
    auto value = fromJson<T>(document->value(QStringLiteral("current")));
    if (!value)
        return std::nullopt;
    const QString etag = document->value(QStringLiteral("etag")).toString();
    return Versioned<T>{*value, etag.isEmpty() ? etagOf(value->version) : etag};
}

} // namespace pc::client
