// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/openapi/node.h"

#include <tl/expected.hpp>

namespace pc::platform::openapi {

/// The path of the first of the `servers` that `owner` (document, path or operation) has, variables at their
/// defaults, without a slash at its end; `around` when it has none. OpenAPI 3.1, section 4.8.5.
[[nodiscard]] tl::expected<QString, Fault> serverPath(const Node &owner, const QString &around);

} // namespace pc::platform::openapi
