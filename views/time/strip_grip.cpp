// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/strip_grip.h"

#include <algorithm>

namespace pc::views {

StripGrip stripGripAt(const QPointF &point, const StripGeometry &geometry, const StripMarks &marks,
                      const models::TimeSpan &selection)
{
    if (marks.at(point) >= 0)
        return StripGrip::Mark;
    if (point.y() >= geometry.bars().bottom())
        return StripGrip::Track;
    if (point.y() < geometry.caption().bottom())
        return StripGrip::None;
    const QRectF rect = geometry.spanRect(selection);
    const double inside = std::min(handleReach, rect.width() / 3);
    const models::TimeSpan &range = geometry.range();
    const auto isShown = [&range](const QDateTime &end) {
        return end.isValid() && end >= range.from && end <= range.to;
    };
    if (isShown(selection.to) && point.x() > rect.right() - inside && point.x() < rect.right() + handleReach)
        return StripGrip::To;
    if (isShown(selection.from) && point.x() > rect.left() - handleReach && point.x() < rect.left() + inside)
        return StripGrip::From;
    return StripGrip::Bars;
}

Qt::CursorShape cursorShapeOf(StripGrip grip)
{
    switch (grip) {
    case StripGrip::Bars:
        return Qt::CrossCursor;
    case StripGrip::From:
    case StripGrip::To:
        return Qt::SizeHorCursor;
    case StripGrip::Track:
    case StripGrip::Mark:
        return Qt::PointingHandCursor;
    case StripGrip::None:
        break;
    }
    return Qt::ArrowCursor;
}

} // namespace pc::views
