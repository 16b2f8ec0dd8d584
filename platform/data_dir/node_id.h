// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/random_source.h"

#include <QString>

#include <tl/expected.hpp>

namespace pc::platform {

/// What the node of this data directory is called in everything it writes into a store: "nod_" and twelve
/// base62 digits, in the file `node-id`; made on first use and never again. A directory that lost the file is
/// another node: what was written before stays the former one's. The error is a sentence.
[[nodiscard]] tl::expected<QString, QString> nodeId(const QString &dataDirectory, RandomSource &random);

} // namespace pc::platform
