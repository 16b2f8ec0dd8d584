// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time/time_frame.h"
#include "views/time/counted.h"
#include "views/time/strip_layer.h"

#include <QString>

/// What a time strip says.
namespace pc::views {

/// "Fri 27 Nov, 1 min per bar, highest 6,480 calls"; the day only where all bars are of one.
[[nodiscard]] QString stripCaption(Counted counted, const StripLayer &layer, const models::TimeFrame &frame);
/// One bar in words: "27 Nov 14:00 to 14:01 UTC: 6,480 calls, 42 refused".
[[nodiscard]] QString barSentence(Counted counted, const StripLayer &layer, qsizetype bucket,
                                  const models::TimeFrame &frame);
/// A span that is being chosen: its times, how long it is, and what its bars hold together.
[[nodiscard]] QString choiceSentence(Counted counted, const StripLayer &layer, const models::TimeSpan &span,
                                     const models::TimeFrame &frame);
/// What the fine lines and hatched parts mean; empty elsewhere.
[[nodiscard]] QString stripToolTip(const StripLayer &layer, const StripGeometry &geometry,
                                   const QPointF &point, const models::TimeFrame &frame);
/// The label of a mark on the axis.
[[nodiscard]] QString tickText(const models::AxisTick &tick, const models::TimeFrame &frame);

} // namespace pc::views
