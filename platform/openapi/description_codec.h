// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/openapi/description.h"

#include <QByteArray>

#include <optional>

namespace pc::platform::openapi {

/// What is kept of a description beside its bytes, so that its scopes can be given by another rule without
/// reading it again: compressed JSON.
[[nodiscard]] QByteArray pack(const Description &description);
/// Nothing for what pack() did not write.
[[nodiscard]] std::optional<Description> unpack(const QByteArray &bytes);

} // namespace pc::platform::openapi
