// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/time_words.h"

#include "models/text/figures.h"
#include "models/time/span_text.h"
#include "models/time/wall_clock.h"

#include <QCoreApplication>

#include <cmath>

namespace pc::views {

using models::NearDay;
using models::SpanForm;
using models::TimeFrame;
using models::TimePreset;
using models::TimeSpan;
using models::YearShown;

namespace {

struct TimeText
{
    Q_DECLARE_TR_FUNCTIONS(TimeText)
};

constexpr qint64 secondMs = 1000;
constexpr qint64 minuteMs = 60 * secondMs;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;

enum class WordPlace { First, Within }; ///< in a sentence

QString nearDayText(const QDateTime &instant, const TimeFrame &frame, WordPlace place = WordPlace::First)
{
    const bool first = place == WordPlace::First;
    switch (models::nearDayOf(instant, frame)) {
    case NearDay::Today:
        return first ? TimeText::tr("Today") : TimeText::tr("today", "within a sentence");
    case NearDay::Yesterday:
        return first ? TimeText::tr("Yesterday") : TimeText::tr("yesterday", "within a sentence");
    case NearDay::No:
        break;
    }
    return models::dayLabel(instant, frame);
}

bool isMidnight(const QDateTime &instant, const TimeFrame &frame)
{
    return models::dayStart(models::wallTime(instant, frame.zone).date(), frame.zone) == instant;
}

/// Day and time; the day alone for its beginning.
QString momentLabel(const QDateTime &instant, const TimeFrame &frame, WordPlace place)
{
    const QString day = nearDayText(instant, frame, place);
    return isMidnight(instant, frame)
               ? day
               : TimeText::tr("%1 %2", "day, time").arg(day, models::clockLabel(instant, frame));
}

QString fullMoment(const QDateTime &instant, const TimeFrame &frame)
{
    return TimeText::tr("%1 %2", "day, time")
        .arg(models::weekdayLabel(instant, frame), models::clockLabel(instant, frame));
}

QString clockRange(const TimeSpan &span, const TimeFrame &frame)
{
    return TimeText::tr("%1–%2", "time, time of the same day")
        .arg(models::clockLabel(span.from, frame), models::clockLabel(span.to, frame));
}

QString countNumber(const TimeCount &count)
{
    const QString number = QLocale().toString(count.count);
    return count.isAtLeast ? TimeText::tr("%1+", "at least so many").arg(number) : number;
}

} // namespace

QString presetText(TimePreset preset)
{
    switch (preset) {
    case TimePreset::LastHour:
        return TimeText::tr("Last hour");
    case TimePreset::Today:
        return TimeText::tr("Today");
    case TimePreset::Yesterday:
        return TimeText::tr("Yesterday");
    case TimePreset::Last7Days:
        return TimeText::tr("Last 7 days");
    case TimePreset::Last30Days:
        return TimeText::tr("Last 30 days");
    case TimePreset::Last90Days:
        return TimeText::tr("Last 90 days");
    case TimePreset::ThisQuarter:
        return TimeText::tr("This quarter");
    case TimePreset::All:
        return TimeText::tr("Any time");
    case TimePreset::None:
        break;
    }
    return {};
}

QString timeFaultText(models::TimeFault fault)
{
    switch (fault) {
    case models::TimeFault::NotATime:
        return TimeText::tr("This is not a time. Type 14:03, yesterday 14:00 or 2026-11-27.");
    case models::TimeFault::NoSuchDay:
        return TimeText::tr("There is no such day.");
    case models::TimeFault::NoSuchTime:
        return TimeText::tr("There is no such time of day.");
    case models::TimeFault::EndsFirst:
        return TimeText::tr("The end is not after the beginning.");
    case models::TimeFault::Empty:
    case models::TimeFault::None:
        break;
    }
    return {};
}

QString timeSpanText(const TimeSpan &span, const TimeFrame &frame)
{
    switch (models::spanForm(span, frame.zone)) {
    case SpanForm::All:
        return TimeText::tr("any time");
    case SpanForm::Since:
        return TimeText::tr("since %1").arg(momentLabel(span.from, frame, WordPlace::Within));
    case SpanForm::Before:
        return TimeText::tr("before %1").arg(momentLabel(span.to, frame, WordPlace::Within));
    case SpanForm::Day:
        return models::nearDayOf(span.from, frame) == NearDay::No
                   ? models::dayLabel(span.from, frame, YearShown::Always)
                   : nearDayText(span.from, frame);
    case SpanForm::Days:
        return TimeText::tr("%1 – %2", "day, day")
            .arg(models::dayLabel(span.from, frame),
                 models::dayLabel(span.to.addMSecs(-1), frame, YearShown::Always));
    case SpanForm::WithinDay:
        return TimeText::tr("%1 %2", "day, times")
            .arg(nearDayText(span.from, frame), clockRange(span, frame));
    case SpanForm::Across:
        return TimeText::tr("%1 – %2", "moment, moment")
            .arg(momentLabel(span.from, frame, WordPlace::First),
                 momentLabel(span.to, frame, WordPlace::Within));
    }
    return {};
}

QString shortSpanText(const TimeSpan &span, const TimeFrame &frame)
{
    switch (models::spanForm(span, frame.zone)) {
    case SpanForm::Day:
        return models::weekdayLabel(span.from, frame);
    case SpanForm::Days:
        return TimeText::tr("%1 – %2", "day, day")
            .arg(models::dayLabel(span.from, frame), models::dayLabel(span.to.addMSecs(-1), frame));
    case SpanForm::WithinDay:
        return clockRange(span, frame);
    default:
        return timeSpanText(span, frame);
    }
}

QString fullSpanText(const TimeSpan &span, const TimeFrame &frame)
{
    const QString zone = models::zoneLabel(frame.zone);
    switch (models::spanForm(span, frame.zone)) {
    case SpanForm::All:
        return TimeText::tr("any time");
    case SpanForm::Since:
        return TimeText::tr("since %1 %2", "moment, zone").arg(fullMoment(span.from, frame), zone);
    case SpanForm::Before:
        return TimeText::tr("before %1 %2", "moment, zone").arg(fullMoment(span.to, frame), zone);
    case SpanForm::Day:
    case SpanForm::Days:
    case SpanForm::WithinDay:
    case SpanForm::Across:
        break;
    }
    return TimeText::tr("%1 – %2 %3", "moment, moment, zone")
        .arg(fullMoment(span.from, frame), fullMoment(span.to, frame), zone);
}

QString fullInstantText(const QDateTime &instant, const TimeFrame &frame)
{
    return TimeText::tr("%1 %2", "moment, zone")
        .arg(fullMoment(instant, frame), models::zoneLabel(frame.zone));
}

QString durationText(qint64 milliseconds)
{
    const auto whole = [milliseconds](qint64 unit) { return static_cast<int>(milliseconds / unit); };
    // A day on which the clocks change is a day all the same.
    const qint64 days = (milliseconds + dayMs / 2) / dayMs;
    if (days >= 3 && std::abs(milliseconds - days * dayMs) <= hourMs)
        return TimeText::tr("%n day(s)", nullptr, static_cast<int>(days));
    if (milliseconds >= 3 * dayMs)
        return TimeText::tr("%1 d %2 h").arg(whole(dayMs)).arg(milliseconds % dayMs / hourMs);
    if (milliseconds < 2 * minuteMs && milliseconds != minuteMs)
        return milliseconds < secondMs ? TimeText::tr("%n ms", nullptr, whole(1))
                                       : TimeText::tr("%n s", nullptr, whole(secondMs));
    if (milliseconds < hourMs || (milliseconds < 2 * hourMs && milliseconds % hourMs != 0))
        return TimeText::tr("%n min", nullptr, whole(minuteMs));
    const qint64 minutes = milliseconds % hourMs / minuteMs;
    return minutes == 0 ? TimeText::tr("%n h", nullptr, whole(hourMs))
                        : TimeText::tr("%1 h %2 min").arg(whole(hourMs)).arg(minutes);
}

QString countedText(Counted counted, const TimeCount &count)
{
    const int plural = models::forPlural(count.count);
    return (counted == Counted::Events ? TimeText::tr("%1 event(s)", nullptr, plural)
                                       : TimeText::tr("%1 call(s)", nullptr, plural))
        .arg(countNumber(count));
}

QString countedText(Counted counted, const TimeCount &count, std::optional<qint64> milliseconds)
{
    if (!milliseconds)
        return countedText(counted, count);
    const int plural = models::forPlural(count.count);
    return (counted == Counted::Events ? TimeText::tr("%1 event(s) in %2", "count, duration", plural)
                                       : TimeText::tr("%1 call(s) in %2", "count, duration", plural))
        .arg(countNumber(count), durationText(*milliseconds));
}

QString showCountText(Counted counted, const std::optional<TimeCount> &count)
{
    if (!count)
        return TimeText::tr("Show");
    const int plural = models::forPlural(count->count);
    return (counted == Counted::Events ? TimeText::tr("Show %1 event(s)", nullptr, plural)
                                       : TimeText::tr("Show %1 call(s)", nullptr, plural))
        .arg(countNumber(*count));
}

QString zoneChoiceText(models::ZoneKind kind, const QTimeZone &zone)
{
    switch (kind) {
    case models::ZoneKind::Utc:
        return TimeText::tr("UTC");
    case models::ZoneKind::Local:
        return TimeText::tr("%1 (yours)", "place of a time zone").arg(models::zoneLabel(zone));
    case models::ZoneKind::Partner:
        return TimeText::tr("Partner’s", "time zone");
    }
    return {};
}

} // namespace pc::views
