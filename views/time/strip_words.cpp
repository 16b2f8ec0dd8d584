// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/strip_words.h"

#include "models/text/figures.h"
#include "models/time/span_text.h"
#include "models/time/time_map.h"
#include "models/time/wall_clock.h"
#include "views/time/time_words.h"

#include <QCoreApplication>

#include <cmath>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::TimeFrame;
using models::TimeSpan;

namespace {

struct StripText
{
    Q_DECLARE_TR_FUNCTIONS(StripText)
};

TimeSpan spanOfBar(const TimeHistogram &histogram, qsizetype bucket)
{
    return {histogram.startOf(bucket), std::min(histogram.startOf(bucket + 1), histogram.to)};
}

/// "27 Nov 14:00 to 14:01 UTC", "Fri 27 Nov UTC".
QString barTimes(const TimeSpan &span, const TimeFrame &frame)
{
    const QString zone = models::zoneLabel(frame.zone);
    switch (models::spanForm(span, frame.zone)) {
    case models::SpanForm::Day:
        return StripText::tr("%1 %2", "day, zone").arg(models::weekdayLabel(span.from, frame), zone);
    case models::SpanForm::Days:
        return StripText::tr("%1 to %2 %3", "day, last day, zone")
            .arg(models::dayLabel(span.from, frame), models::dayLabel(span.to.addMSecs(-1), frame), zone);
    case models::SpanForm::WithinDay:
        return StripText::tr("%1 %2 to %3 %4", "day, time, time, zone")
            .arg(models::dayLabel(span.from, frame), models::clockLabel(span.from, frame),
                 models::clockLabel(span.to, frame), zone);
    default:
        return fullSpanText(span, frame);
    }
}

/// How much time a bar stands for: a day is one, not 24 hours.
QString barLength(qint64 milliseconds)
{
    constexpr qint64 dayOfBar = 86'400'000;
    return milliseconds > 0 && milliseconds % dayOfBar == 0
               ? StripText::tr("%n day(s)", nullptr, static_cast<int>(milliseconds / dayOfBar))
               : durationText(milliseconds);
}

QString refusedText(qint64 count)
{
    return StripText::tr("%1 refused", nullptr, models::forPlural(count)).arg(QLocale().toString(count));
}

} // namespace

QString stripCaption(Counted counted, const StripLayer &layer, const TimeFrame &frame)
{
    const TimeHistogram &histogram = layer.histogram();
    const qint64 highest = layer.highest();
    const int plural = models::forPlural(highest);
    const QString number = QLocale().toString(highest);
    const QString bar = barLength(histogram.bucketMs);
    const TimeSpan range{histogram.from, histogram.to};
    const models::SpanForm form = models::spanForm(range, frame.zone);
    const bool events = counted == Counted::Events;
    if (form == models::SpanForm::WithinDay || form == models::SpanForm::Day)
        return (events ? StripText::tr("%1, %2 per bar, highest %3 event(s)", "day, duration, count", plural)
                       : StripText::tr("%1, %2 per bar, highest %3 call(s)", "day, duration, count", plural))
            .arg(models::weekdayLabel(histogram.from, frame), bar, number);
    return (events ? StripText::tr("%1 per bar, highest %2 event(s)", "duration, count", plural)
                   : StripText::tr("%1 per bar, highest %2 call(s)", "duration, count", plural))
        .arg(bar, number);
}

QString barSentence(Counted counted, const StripLayer &layer, qsizetype bucket, const TimeFrame &frame)
{
    const TimeHistogram &histogram = layer.histogram();
    if (bucket < 0 || bucket >= layer.buckets())
        return {};
    const TimeSpan span = spanOfBar(histogram, bucket);
    QStringList parts;
    if (histogram.countedFrom.isValid() && span.to <= histogram.countedFrom) {
        parts.append(StripText::tr("not counted"));
    } else {
        parts.append(countedText(counted, {layer.allOf(bucket), false}));
        if (layer.tellsMatching())
            parts.append(
                StripText::tr("%1 matching", nullptr, models::forPlural(histogram.matching.value(bucket)))
                    .arg(QLocale().toString(histogram.matching.value(bucket))));
        if (layer.hasRefused())
            parts.append(refusedText(histogram.refused.value(bucket)));
        if (histogram.asOf.isValid() && span.contains(histogram.asOf))
            parts.append(StripText::tr("so far"));
        if (histogram.keptSince.isValid() && span.to <= histogram.keptSince)
            parts.append(StripText::tr("from roll-ups"));
    }
    return StripText::tr("%1: %2", "times: counts").arg(barTimes(span, frame), parts.join(u", "_s));
}

QString choiceSentence(Counted counted, const StripLayer &layer, const TimeSpan &span, const TimeFrame &frame)
{
    const models::TimeMap map(layer.histogram());
    const auto rows = static_cast<qint64>(std::llround(map.countIn(span.from, span.to)));
    return StripText::tr("%1: %2", "times: counts")
        .arg(span.isBounded() ? barTimes(span, frame) : fullSpanText(span, frame),
             countedText(counted, {rows, false}, span.milliseconds()));
}

QString stripToolTip(const StripLayer &layer, const StripGeometry &geometry, const QPointF &point,
                     const TimeFrame &frame)
{
    constexpr double lineReach = 4; // beside a fine line
    const TimeHistogram &histogram = layer.histogram();
    if (!geometry.bars().contains(point))
        return {};
    if (histogram.countedFrom.isValid() && geometry.timeAt(point.x()) < histogram.countedFrom)
        return StripText::tr("Not counted before %1: how many there were is not known.")
            .arg(fullInstantText(histogram.countedFrom, frame));
    if (histogram.keptSince.isValid() && std::abs(point.x() - geometry.xOf(histogram.keptSince)) <= lineReach)
        return StripText::tr("Kept one by one since %1. What is older is counted only.")
            .arg(fullInstantText(histogram.keptSince, frame));
    return {};
}

QString tickText(const models::AxisTick &tick, const TimeFrame &frame)
{
    const QDateTime wall = models::wallTime(tick.at, frame.zone);
    const QLocale &locale = frame.locale;
    switch (tick.kind) {
    case models::AxisTick::Kind::Second:
        return locale.toString(wall.time(), u"HH:mm:ss"_s);
    case models::AxisTick::Kind::Minute:
        return locale.toString(wall.time(), u"HH:mm"_s);
    case models::AxisTick::Kind::Midnight:
        return models::weekdayLabel(tick.at, frame);
    case models::AxisTick::Kind::Day:
        return rules::dateText(wall.date(), tick.begins ? rules::DateForm::DayOfYear : rules::DateForm::Day,
                               locale);
    case models::AxisTick::Kind::Month:
        return locale.standaloneMonthName(wall.date().month(), QLocale::ShortFormat);
    case models::AxisTick::Kind::Year:
        return locale.toString(wall.date(), u"yyyy"_s);
    }
    return {};
}

} // namespace pc::views
