// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/time/time_ticks.h"

#include "models/time/wall_clock.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

namespace pc::models {

namespace {

constexpr qint64 minuteStep = 60;
constexpr qint64 hourStep = 60 * minuteStep;
constexpr qint64 dayStep = 24 * hourStep;
/// Within a day, in seconds.
constexpr std::array<qint64, 16> clockSteps{1,
                                            5,
                                            10,
                                            15,
                                            30,
                                            minuteStep,
                                            2 * minuteStep,
                                            5 * minuteStep,
                                            10 * minuteStep,
                                            15 * minuteStep,
                                            30 * minuteStep,
                                            hourStep,
                                            2 * hourStep,
                                            3 * hourStep,
                                            6 * hourStep,
                                            12 * hourStep};
constexpr std::array<int, 4> daySteps{1, 2, 7, 14};
constexpr std::array<int, 4> monthSteps{1, 2, 3, 6};
constexpr std::array<int, 8> yearSteps{1, 2, 5, 10, 20, 50, 100, 1000};
constexpr qint64 firstMonday = 4; ///< days after 1 January 1970

using Ticks = std::optional<QList<AxisTick>>;

qint64 secondOfDay(const QDateTime &wall)
{
    return wall.time().msecsSinceStartOfDay() / 1000;
}

Ticks clockTicks(const QDateTime &from, const QDateTime &to, qint64 step, int most, const QTimeZone &zone)
{
    if (from.secsTo(to) / step > most + 3) // the clocks may be put back within
        return std::nullopt;
    QList<AxisTick> ticks;
    const auto roundAfter = [&zone, step](const QDateTime &at) {
        const QDateTime wall = wallTime(at, zone);
        const qint64 past = secondOfDay(wall) % step * 1000 + wall.time().msec();
        if (past == 0)
            return at;
        const QDateTime next = wall.addMSecs(step * 1000 - past);
        // Up to an hour has elapsed as the clocks say, unless they change: then it is looked at again.
        const QDateTime elapsed = at.addMSecs(step * 1000 - past);
        const QDateTime fit = instantOf(next.date(), next.time(), zone);
        return step <= hourStep || fit <= at ? elapsed : fit;
    };
    QDateTime at = from;
    for (int tries = 0; tries < 4 * (most + 2); ++tries) {
        const QDateTime next = roundAfter(at);
        if (next != at) {
            at = next;
            continue;
        }
        if (at >= to)
            break;
        const bool midnight = secondOfDay(wallTime(at, zone)) == 0;
        ticks.append({at,
                      midnight                 ? AxisTick::Kind::Midnight
                      : step % minuteStep == 0 ? AxisTick::Kind::Minute
                                               : AxisTick::Kind::Second,
                      midnight});
        if (ticks.size() > most)
            return std::nullopt;
        at = at.addSecs(step <= hourStep ? step : 1);
    }
    return ticks;
}

Ticks dateTicks(QDate date, const QDateTime &from, const QDateTime &to, int most, const QTimeZone &zone,
                const std::function<QDate(const QDate &)> &next,
                const std::function<AxisTick(const QDate &, const QDate &)> &tickOf)
{
    QList<AxisTick> ticks;
    QDate last;
    for (; date.isValid(); date = next(date)) {
        const QDateTime at = dayStart(date, zone);
        if (at >= to)
            break;
        if (at < from)
            continue;
        if (!ticks.isEmpty() && ticks.constLast().at == at)
            ticks.removeLast(); // a day that never was begins with the next one
        AxisTick tick = tickOf(date, last);
        tick.at = at;
        ticks.append(tick);
        last = date;
        if (ticks.size() > most)
            return std::nullopt;
    }
    return ticks;
}

Ticks dayTicks(const QDateTime &from, const QDateTime &to, int step, int most, const QTimeZone &zone)
{
    const QDate day = wallTime(from, zone).date();
    const qint64 shift = step % 7 == 0 ? firstMonday : 0;
    const qint64 number = QDate(1970, 1, 1).daysTo(day) - shift;
    return dateTicks(
        day.addDays(-(number % step)), from, to, most, zone,
        [step](const QDate &at) { return at.addDays(step); },
        [](const QDate &at, const QDate &last) {
            return AxisTick{{}, AxisTick::Kind::Day, last.isValid() && at.year() != last.year()};
        });
}

Ticks monthTicks(const QDateTime &from, const QDateTime &to, int step, int most, const QTimeZone &zone)
{
    const QDate day = wallTime(from, zone).date();
    return dateTicks(
        QDate(day.year(), (day.month() - 1) / step * step + 1, 1), from, to, most, zone,
        [step](const QDate &at) { return at.addMonths(step); },
        [](const QDate &at, const QDate &) {
            return AxisTick{
                {}, at.month() == 1 ? AxisTick::Kind::Year : AxisTick::Kind::Month, at.month() == 1};
        });
}

Ticks yearTicks(const QDateTime &from, const QDateTime &to, int step, int most, const QTimeZone &zone)
{
    const QDate day = wallTime(from, zone).date();
    return dateTicks(
        QDate(std::max(1, day.year() / step * step), 1, 1), from, to, most, zone,
        [step](const QDate &at) { return at.addYears(step); },
        [](const QDate &, const QDate &) {
            return AxisTick{{}, AxisTick::Kind::Year, false};
        });
}

} // namespace

QList<AxisTick> axisTicks(const QDateTime &from, const QDateTime &to, int most, const QTimeZone &zone)
{
    if (!from.isValid() || !to.isValid() || from >= to || most < 1 || !zone.isValid())
        return {};
    for (const qint64 step : clockSteps)
        if (const Ticks ticks = clockTicks(from, to, step, most, zone))
            return *ticks;
    for (const int step : daySteps)
        if (from.daysTo(to) / step <= most + 1)
            if (const Ticks ticks = dayTicks(from, to, step, most, zone))
                return *ticks;
    for (const int step : monthSteps)
        if (const Ticks ticks = monthTicks(from, to, step, most, zone))
            return *ticks;
    for (const int step : yearSteps)
        if (const Ticks ticks = yearTicks(from, to, step, most, zone))
            return *ticks;
    return {};
}

} // namespace pc::models
