// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time/time_frame.h"
#include "models/time/time_span.h"

namespace pc::models {

/// The day in a text about time, or the part of the calendar, or how far back from now.
struct DayText
{
    enum class Kind {
        None,    ///< cannot be read
        NoDay,   ///< a day that does not exist ("31 Apr", "Mon 27 Nov 2026")
        Instant, ///< `span.from` ("now", "3 hours ago")
        Day,
        Weekday, ///< a day that was named by its weekday alone
        Span     ///< `span` ("last 7 days", "March")
    };
    Kind kind = Kind::None;
    QDate day;
    TimeSpan span;
};

/// `plain`: folded, with ASCII digits, without a time of day; `today`: the date in the zone that the text
/// means. What has no year is the latest that has begun: "27 Nov" in January is that of the year before.
[[nodiscard]] DayText readDay(const QString &plain, const QDate &today, const TimeFrame &frame);

} // namespace pc::models
