// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/icons.h"

namespace pc::views {

/// Drawing of an icon on the 20 x 20 grid. Blank-separated words, absolute coordinates:
/// M x y, L x y, C x1 y1 x2 y2 x y, Z; O cx cy r circle; R x y w h r rounded box; A cx cy r start sweep arc
/// in degrees (counter-clockwise from three o'clock); D cx cy r filled dot.
[[nodiscard]] const char *iconPath(Icon which);

/// Stable identifier in kebab case.
[[nodiscard]] const char *iconId(Icon which);

} // namespace pc::views
