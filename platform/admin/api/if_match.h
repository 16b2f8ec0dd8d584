// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/http_headers.h"

#include <QString>

namespace pc::platform {

/// The version that an edit was based on: the strong entity tag of the only If-Match field, quotes included.
/// Empty (which is 428) for everything that does not name the one version that was read: no field, several,
/// `*` (any version, RFC 9110 section 13.1.1), a weak tag (which never matches there), a list, a tag without
/// quotes.
[[nodiscard]] QString onlyEntityTag(const HttpHeaders &headers);

} // namespace pc::platform
