// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyle>

namespace pc::views {

class ConsoleStyle;

/// Draws a control element in the console's look; false, and nothing is drawn, for those that Fusion draws as
/// well.
[[nodiscard]] bool paintControl(const ConsoleStyle &style, QStyle::ControlElement element,
                                const QStyleOption *option, QPainter *painter, const QWidget *widget);

} // namespace pc::views
