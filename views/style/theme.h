// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/tokens.h"
#include "views/style/type_scale.h"

namespace pc::views {

/// Everything the style needs to draw: a value, replaced as a whole by ThemeController.
struct Theme
{
    Tokens tokens = Tokens::light();
    TypeScale type;
};

/// The person's choice; System follows the desktop and changes with it.
enum class Appearance { System, Light, Dark };

} // namespace pc::views
