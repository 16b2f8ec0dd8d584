// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time/time_frame.h"
#include "models/time/time_span.h"

namespace pc::models {

enum class TimeUnit { Second, Minute, Hour, Day, Week, Month, Quarter, Year };

/// `now` less so many units. Seconds, minutes and hours have elapsed; days and longer are counted on the
/// calendar of the zone, at the same time of day (29 Feb less a year is 28 Feb).
[[nodiscard]] QDateTime before(const QDateTime &now, qint64 count, TimeUnit unit, const QTimeZone &zone);
/// The same of a day; shorter units leave it as it is.
[[nodiscard]] QDate dayBefore(const QDate &day, qint64 count, TimeUnit unit);
/// The unit of the calendar that holds a day; a week begins on the first weekday of the locale. The day
/// itself for shorter ones.
[[nodiscard]] TimeSpan unitAround(const QDate &day, TimeUnit unit, const TimeFrame &frame);
/// Days [first, last], the last one included.
[[nodiscard]] TimeSpan daysSpan(const QDate &first, const QDate &last, const QTimeZone &zone);

} // namespace pc::models
