// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/time/calendar_units.h"

#include "models/time/wall_clock.h"

namespace pc::models {

namespace {

constexpr int daysOfWeek = 7;

qint64 secondsOf(TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::Second:
        return 1;
    case TimeUnit::Minute:
        return 60;
    case TimeUnit::Hour:
        return 3600;
    default:
        return 0;
    }
}

} // namespace

QDate dayBefore(const QDate &day, qint64 count, TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::Second:
    case TimeUnit::Minute:
    case TimeUnit::Hour:
        return day;
    case TimeUnit::Day:
        return day.addDays(-count);
    case TimeUnit::Week:
        return day.addDays(-daysOfWeek * count);
    case TimeUnit::Month:
        return day.addMonths(static_cast<int>(-count));
    case TimeUnit::Quarter:
        return day.addMonths(static_cast<int>(-3 * count));
    case TimeUnit::Year:
        return day.addYears(static_cast<int>(-count));
    }
    return day;
}

QDateTime before(const QDateTime &now, qint64 count, TimeUnit unit, const QTimeZone &zone)
{
    if (const qint64 seconds = secondsOf(unit); seconds > 0)
        return now.toUTC().addSecs(-seconds * count);
    const QDateTime wall = wallTime(now, zone);
    return instantOf(dayBefore(wall.date(), count, unit), wall.time(), zone);
}

TimeSpan daysSpan(const QDate &first, const QDate &last, const QTimeZone &zone)
{
    return {dayStart(first, zone), dayStart(last.addDays(1), zone)};
}

TimeSpan unitAround(const QDate &day, TimeUnit unit, const TimeFrame &frame)
{
    const int year = day.year();
    switch (unit) {
    case TimeUnit::Week: {
        const int since = (day.dayOfWeek() - frame.locale.firstDayOfWeek() + daysOfWeek) % daysOfWeek;
        const QDate first = day.addDays(-since);
        return daysSpan(first, first.addDays(daysOfWeek - 1), frame.zone);
    }
    case TimeUnit::Month:
        return daysSpan(QDate(year, day.month(), 1), QDate(year, day.month(), day.daysInMonth()), frame.zone);
    case TimeUnit::Quarter: {
        const QDate first(year, (day.month() - 1) / 3 * 3 + 1, 1);
        return daysSpan(first, first.addMonths(3).addDays(-1), frame.zone);
    }
    case TimeUnit::Year:
        return daysSpan(QDate(year, 1, 1), QDate(year, 12, 31), frame.zone);
    default:
        return daysSpan(day, day, frame.zone);
    }
}

} // namespace pc::models
