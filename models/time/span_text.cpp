// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/time/span_text.h"

#include "models/time/time_writer.h"
#include "models/time/wall_clock.h"

namespace pc::models {

using namespace Qt::StringLiterals;
using rules::DateForm;

namespace {

bool isDayStart(const QDateTime &instant, const QTimeZone &zone)
{
    return dayStart(wallTime(instant, zone).date(), zone) == instant;
}

bool isThisYear(const QDate &day, const TimeFrame &frame)
{
    return day.year() == wallTime(frame.now, frame.zone).date().year();
}

} // namespace

SpanForm spanForm(const TimeSpan &span, const QTimeZone &zone)
{
    if (span.isAll())
        return SpanForm::All;
    if (!span.to.isValid())
        return SpanForm::Since;
    if (!span.from.isValid())
        return SpanForm::Before;
    const QDate first = wallTime(span.from, zone).date();
    const QDate last = wallTime(span.to, zone).date();
    const bool endsDay = isDayStart(span.to, zone);
    if (endsDay && isDayStart(span.from, zone) && last > first)
        return first.addDays(1) == last ? SpanForm::Day : SpanForm::Days;
    return first == last || (endsDay && first.addDays(1) == last) ? SpanForm::WithinDay : SpanForm::Across;
}

NearDay nearDayOf(const QDateTime &instant, const TimeFrame &frame)
{
    const qint64 days = wallTime(instant, frame.zone).date().daysTo(wallTime(frame.now, frame.zone).date());
    return days == 0 ? NearDay::Today : days == 1 ? NearDay::Yesterday : NearDay::No;
}

QString clockLabel(const QDateTime &instant, const TimeFrame &frame)
{
    const QDateTime wall = wallTime(instant, frame.zone);
    const QString text = frame.locale.toString(wall.time(), clockFormat(wall.time()));
    return instantsOf(wall.date(), wall.time(), frame.zone).size() > 1
               ? text + u' ' + offsetText(frame.zone.offsetFromUtc(instant))
               : text;
}

QString dayLabel(const QDateTime &instant, const TimeFrame &frame, YearShown year)
{
    const QDate day = wallTime(instant, frame.zone).date();
    const bool plain = year == YearShown::WhereOther && isThisYear(day, frame);
    return rules::dateText(day, plain ? DateForm::Day : DateForm::DayOfYear, frame.locale);
}

QString weekdayLabel(const QDateTime &instant, const TimeFrame &frame)
{
    const QDate day = wallTime(instant, frame.zone).date();
    return rules::dateText(day, isThisYear(day, frame) ? DateForm::WeekdayDay : DateForm::WeekdayDayOfYear,
                           frame.locale);
}

} // namespace pc::models
