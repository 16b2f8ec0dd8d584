// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/http_types.h"

namespace pc::platform {

/// 500: a handler failed.
[[nodiscard]] HttpResponse internalError(const HttpRequest &request);
/// 503: a handler did not answer.
[[nodiscard]] HttpResponse handlerTimeout(const HttpRequest &request);
/// 408: the request did not come.
[[nodiscard]] HttpResponse requestTimeout(const HttpRequest &request);

} // namespace pc::platform
