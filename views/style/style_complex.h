// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QStyle>

#include <optional>

namespace pc::views {

class ConsoleStyle;

/// Draws a complex control in the console's look; false, and nothing is drawn, for those that Fusion draws as
/// well.
[[nodiscard]] bool paintComplexControl(const ConsoleStyle &style, QStyle::ComplexControl control,
                                       const QStyleOptionComplex *option, QPainter *painter,
                                       const QWidget *widget);
/// Where a part of it lies; nothing where Fusion decides.
[[nodiscard]] std::optional<QRect> subControlPlace(QStyle::ComplexControl control,
                                                   const QStyleOptionComplex *option,
                                                   QStyle::SubControl subControl);

} // namespace pc::views
