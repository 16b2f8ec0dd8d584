// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/openapi/description.h"
#include "platform/openapi/node.h"

#include <QByteArrayView>

#include <tl/expected.hpp>

namespace pc::platform::openapi {

/// Most operations that one description may have; more are refused.
inline constexpr int mostOperations = 20'000;

/// The calls that an OpenAPI document describes, JSON or YAML, 3.0 or 3.1 (spec.openapis.org/oas/v3.1.0).
/// What is broken is refused with its line; what is whole but has no place in the catalogue is left out and
/// named, and so is a path or a body whose reference leads nowhere. Pure: references into other files are not
/// followed.
[[nodiscard]] tl::expected<Description, Fault> readDescription(QByteArrayView bytes);

} // namespace pc::platform::openapi
