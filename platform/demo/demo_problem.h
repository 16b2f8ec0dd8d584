// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/http_types.h"

namespace pc::platform {

/// Why the demo partner API itself refuses a call that was allowed. Its codes are its own: it stands for a
/// partner API, which is none of ours.
enum class DemoRefusal { ObjectUnknown, OrderIncomplete, OrderNotOpen, NotServedHere };

[[nodiscard]] HttpResponse demoProblem(const HttpRequest &request, DemoRefusal why);

} // namespace pc::platform
