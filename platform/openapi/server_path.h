// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/openapi/node.h"

#include <tl/expected.hpp>

namespace pc::platform::openapi {

/// The path of the first of the `servers` that `owner` (document, path or operation) has, variables at their
/// defaults, as templates of routes have it: without escapes and without a slash at its end; `around` when it
/// has none. OpenAPI 3.1, section 4.8.5. A relative one is read as if the description lay at the root.
[[nodiscard]] tl::expected<QString, Fault> serverPath(const Node &owner, const QString &around);

/// The host of the same server of a document, in lower case and without a port; empty when it names none that
/// a call can have.
[[nodiscard]] QString serverHost(const Node &document);

} // namespace pc::platform::openapi
