// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/clock/clock.h"

#include <QDate>
#include <QTimeZone>

namespace pc::platform {

/// One day of a partner's calendar. It lasts 23, 24 or 25 hours where clocks change, and starts at the first
/// instant of that date (which is not 00:00 where the change happens at midnight).
struct DayInZone
{
    QDate date;
    Instant startsAt{};
    Instant endsAt{};
};

/// The day of `now` in `zone`. Pure; a cache of the last answer per zone is kept by the thread, as time zone
/// look-ups are the slowest part of a decision otherwise.
[[nodiscard]] DayInZone dayInZone(Instant now, const QTimeZone &zone);

} // namespace pc::platform
