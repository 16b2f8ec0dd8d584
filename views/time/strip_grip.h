// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/time/strip_geometry.h"
#include "views/time/strip_marks.h"

namespace pc::views {

/// What a pointer would take hold of.
enum class StripGrip {
    None,
    Bars,
    From, ///< the beginning of the selection
    To,   ///< its end
    Track,
    Mark
};
[[nodiscard]] StripGrip stripGripAt(const QPointF &point, const StripGeometry &geometry,
                                    const StripMarks &marks, const models::TimeSpan &selection);
[[nodiscard]] Qt::CursorShape cursorShapeOf(StripGrip grip);

/// From the edge of the selection outwards; inwards less where the selection is narrow.
inline constexpr double handleReach = 7;

} // namespace pc::views
