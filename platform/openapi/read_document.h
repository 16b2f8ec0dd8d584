// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/openapi/node_builder.h"

#include <QByteArrayView>

#include <tl/expected.hpp>

namespace pc::platform::openapi {

/// JSON where it begins as an object of JSON does, else YAML. Pure: reads nothing but `bytes`.
[[nodiscard]] tl::expected<NodePtr, Fault> readDocument(QByteArrayView bytes,
                                                        const DocumentBounds &bounds = {});

} // namespace pc::platform::openapi
