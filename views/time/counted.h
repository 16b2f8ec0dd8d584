// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pc::views {

/// What lies in time on a page, for the words beside its counts.
enum class Counted { Events, Calls };

} // namespace pc::views
