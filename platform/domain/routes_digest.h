// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"

namespace pc::platform::domain {

/// What calls of one API need, as 64 hex digits for the event that put it in force: the routes that decide
/// alike have the same, in whatever order, whatever they are called, and below whatever base path.
[[nodiscard]] QString routesDigest(const QList<Route> &routes, const QString &basePath);

} // namespace pc::platform::domain
