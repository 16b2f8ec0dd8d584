// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/service/serve_options.h"

#include <QStringList>

#include <tl/expected.hpp>

namespace pc::platform {

/// Strict: unknown options, stray words, repeated options and unusable values are errors (a sentence).
[[nodiscard]] tl::expected<ServeOptions, QString> parseServeOptions(const QStringList &arguments);

[[nodiscard]] QString serveUsage();

} // namespace pc::platform
