// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chart_scale.h"

#include "contract/rules/date_words.h"

#include <QTimeZone>

#include <array>
#include <cmath>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr std::array<qint64, 18> steps{minute,  2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute,
                                       hour,    2 * hour,   3 * hour,   6 * hour,    12 * hour,   day,
                                       2 * day, 7 * day,    14 * day,   28 * day,    91 * day,    365 * day};
// The epoch was a Thursday; weekly marks stand on Mondays.
constexpr qint64 mondayShift = 4 * day;

} // namespace

QList<TimeTick> timeTicks(const QDateTime &from, const QDateTime &to, int most, const QLocale &locale)
{
    const qint64 first = from.toSecsSinceEpoch();
    const qint64 last = to.toSecsSinceEpoch();
    if (last <= first || most < 1)
        return {};
    qint64 step = steps.back();
    for (const qint64 candidate : steps) {
        if ((last - first) / candidate + 1 <= most) {
            step = candidate;
            break;
        }
    }
    const qint64 shift = step > day && step % (7 * day) == 0 ? mondayShift : 0;
    qint64 at = (first - shift) / step * step + shift;
    while (at < first)
        at += step;
    QList<TimeTick> ticks;
    for (; at <= last; at += step) {
        TimeTick tick;
        tick.at = QDateTime::fromSecsSinceEpoch(at, QTimeZone::utc());
        tick.dayChange = step < day && at % day == 0;
        if (tick.dayChange)
            tick.label = rules::dateText(tick.at.date(), rules::DateForm::WeekdayDay, locale);
        else if (step >= day)
            tick.label = rules::dateText(tick.at.date(), rules::DateForm::Day, locale);
        else
            tick.label = locale.toString(tick.at.time(), u"HH:mm"_s);
        ticks.append(tick);
    }
    return ticks;
}

ValueScale valueScale(double maximum, int mostSteps)
{
    if (!(maximum > 0))
        return {1, 1};
    const double raw = maximum / std::max(1, mostSteps);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    double step = power * 10;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power * mostSteps >= maximum) {
            step = factor * power;
            break;
        }
    }
    step = std::max(1.0, step); // calls are counted whole
    return {std::ceil(maximum / step) * step, step};
}

} // namespace pc::views
