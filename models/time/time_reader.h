// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time/time_frame.h"
#include "models/time/time_span.h"

#include <QString>

namespace pc::models {

/// Why a text is no time.
enum class TimeFault {
    None,
    Empty,
    NotATime,
    NoSuchDay,  ///< "31 Apr", "Mon 27 Nov 2026"
    NoSuchTime, ///< "25:00"
    EndsFirst   ///< a range whose end is not after its beginning
};

/// What a text about time means.
struct TimeReading
{
    enum class Kind {
        None,
        Instant, ///< `span.from`; the other end is open
        Day,     ///< a whole day of the zone's calendar
        Span     ///< anything else: a month, the last hour, a range
    };
    Kind kind = Kind::None;
    TimeFault fault = TimeFault::None;
    TimeSpan span;

    [[nodiscard]] bool isRead() const { return kind != Kind::None; }
};

/// Reads what people type, paste and say about time, in English and the language of `frame.locale`, with
/// digits of every script:
///  - instants: "14:03" (today, or yesterday when that is still to come), "yesterday 14:00", "Tuesday 2 pm",
///    "27 Nov 14:00", "2026-11-27 00:00", "2026-11-27T14:03:17.482Z", "…+01:00", "27/Nov/2026:14:03:17
///    +0100", seconds or milliseconds since 1970, "now", "3 days ago";
///  - days: "today", "Tuesday" (the latest, today included), "27 Nov", "27.11.", "2026-11-27";
///  - spans that end now: "-3d", "-90m", "-2h", "-1w", "last hour", "last 7 days";
///  - parts of the calendar: "last week", "this quarter", "Q3", "March", "2026-11", "2026", "all";
///  - ranges: "yesterday 14:00–14:10", "24–27 Nov" (days to the end of the last one), "A..B", "A/B" (ISO
///  8601),
///    "A to B", "since A", "before B", "..B", "A..".
/// Days without a year are the latest that have begun. Times of day are those of `frame.zone` unless the text
/// names UTC or a distance from it; what the clocks show never or twice: models/time/wall_clock.h.
[[nodiscard]] TimeReading readTime(const QString &text, const TimeFrame &frame);

} // namespace pc::models
