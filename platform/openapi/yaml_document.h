// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/openapi/node_builder.h"

#include <QByteArrayView>

namespace pc::platform::openapi {

/// One YAML document in UTF-8, as far as it can be said in JSON (OpenAPI 3.1, section 4.2): no tags but those
/// of JSON's types, no merges. Throws a Fault with the line.
void readYaml(QByteArrayView bytes, NodeBuilder &into);

} // namespace pc::platform::openapi
