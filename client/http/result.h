// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/api_error.h"

#include <tl/expected.hpp>

#include <functional>

namespace pc::client {

/// A value or an ApiError. `Result<void>` for answers without a body.
template <typename T>
using Result = tl::expected<T, ApiError>;

/// Receives the outcome of a call; contract in client/http/call.h.
template <typename T>
using Callback = std::function<void(Result<T>)>;

[[nodiscard]] inline tl::unexpected<ApiError> failure(ApiError error)
{
    return tl::unexpected<ApiError>(std::move(error));
}

} // namespace pc::client
