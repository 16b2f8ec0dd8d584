// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/tokens.h"

#include <QStyle>

namespace pc::views {

/// Draws a primitive in the console's look; false, and nothing is drawn, for those that Fusion draws as well.
[[nodiscard]] bool paintPrimitive(const Tokens &t, QStyle::PrimitiveElement element,
                                  const QStyleOption *option, QPainter *painter, const QWidget *widget);

} // namespace pc::views
