// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/openapi/node_builder.h"

#include <QByteArrayView>

namespace pc::platform::openapi {

/// JSON (RFC 8259) in UTF-8, strictly. Throws a Fault with the line.
void readJson(QByteArrayView bytes, NodeBuilder &into);

} // namespace pc::platform::openapi
