// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/time/time_reader.h"

#include "contract/rules/fold.h"
#include "models/time/calendar_units.h"
#include "models/time/clock_text.h"
#include "models/time/day_text.h"
#include "models/time/time_vocabulary.h"
#include "models/time/wall_clock.h"

#include <QRegularExpression>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTimeText = 200;
constexpr QChar rangeDash(u'~'); ///< what a dash between two ends becomes

TimeReading unreadTime(TimeFault fault)
{
    return {TimeReading::Kind::None, fault, {}};
}

TimeReading instantReading(const QDateTime &instant)
{
    return instant.isValid() ? TimeReading{TimeReading::Kind::Instant, TimeFault::None, {instant.toUTC(), {}}}
                             : unreadTime(TimeFault::NotATime);
}

/// Folded, digits as ASCII, one kind of minus, one kind of dash.
QString plainTimeText(const QString &text)
{
    QString plain;
    for (const QChar c : rules::fold(text)) {
        if (c.category() == QChar::Number_DecimalDigit)
            plain += QChar(u'0' + c.digitValue());
        else if (c == u'\u2010' || c == u'\u2011' || c == u'\u2212')
            plain += u'-';
        else if (c >= u'\u2012' && c <= u'\u2015')
            plain += rangeDash;
        else
            plain += c;
    }
    static const QRegularExpression logged(u"\\A(\\d{1,2})/([\\p{L}]+)/(\\d{4}):(\\d{2}:\\d{2}:\\d{2})"_s);
    plain.replace(logged, u"\\1 \\2 \\3 \\4"_s);
    plain.replace(u"il y a "_s, u"ago "_s); // French says it in three words
    // A dash before a number is the minus of an editor that knows better.
    static const QRegularExpression minus(u"\\A~(?=\\d)"_s);
    return plain.replace(minus, u"-"_s);
}

/// "-3d", "-90 min".
std::optional<TimeReading> readBack(const QString &plain, const TimeFrame &frame)
{
    static const QRegularExpression back(u"\\A-\\s*(\\d{1,6})\\s*([\\p{L}\\p{M}]+)\\z"_s);
    const auto match = back.match(plain);
    const auto unit = match.hasMatch() ? unitLetterOf(match.captured(2)) : std::nullopt;
    if (!unit)
        return std::nullopt;
    const QDateTime from = before(frame.now, match.captured(1).toInt(), *unit, frame.zone);
    if (!from.isValid() || from.toMSecsSinceEpoch() < 0)
        return unreadTime(TimeFault::NotATime);
    return TimeReading{TimeReading::Kind::Span, TimeFault::None, {from, {}}};
}

/// Seconds or milliseconds since 1970, as logs have them.
std::optional<TimeReading> readEpoch(const QString &plain)
{
    static const QRegularExpression epoch(u"\\A(\\d{10})(?:\\.(\\d{1,9}))?\\z|\\A(\\d{13})\\z"_s);
    const auto match = epoch.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    const QString parts = match.captured(2).leftJustified(3, u'0').left(3);
    const qint64 ms = match.captured(3).isEmpty() ? match.captured(1).toLongLong() * 1000 + parts.toInt()
                                                  : match.captured(3).toLongLong();
    return instantReading(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC));
}

TimeReading readDayAndClock(const DayText &read, const ClockText &clock, const TimeFrame &frame)
{
    const auto at = [&clock, &frame](const QDate &date) {
        const QDate day = clock.endOfDay ? date.addDays(1) : date;
        return clock.offset ? QDateTime(day, clock.time, Qt::UTC).addSecs(-*clock.offset)
                            : instantOf(day, clock.time, frame.zone);
    };
    QDateTime instant = at(read.day);
    if (read.kind == DayText::Kind::Weekday && instant > frame.now)
        instant = at(read.day.addDays(-7));
    return instantReading(instant);
}

TimeReading readOne(const QString &plain, const TimeFrame &frame)
{
    if (const auto read = readBack(plain, frame))
        return *read;
    if (const auto read = readEpoch(plain))
        return *read;
    const ClockText clock = splitClock(plain);
    if (clock.state == ClockText::State::NoSuchTime)
        return unreadTime(TimeFault::NoSuchTime);
    const QDate today = clock.offset ? frame.now.toUTC().addSecs(*clock.offset).date()
                                     : wallTime(frame.now, frame.zone).date();
    static const QRegularExpression aroundDay(u"\\A[\\s,]+|[\\s,]+\\z"_s);
    const QString rest = QString(clock.rest).remove(aroundDay);
    const bool hasClock = clock.state == ClockText::State::Read;
    if (hasClock && rest.isEmpty()) {
        const TimeReading read = readDayAndClock({DayText::Kind::Day, today, {}}, clock, frame);
        return read.span.from <= frame.now
                   ? read
                   : readDayAndClock({DayText::Kind::Day, today.addDays(-1), {}}, clock, frame);
    }
    const DayText day = readDay(rest, today, frame);
    switch (day.kind) {
    case DayText::Kind::NoDay:
        return unreadTime(TimeFault::NoSuchDay);
    case DayText::Kind::Day:
    case DayText::Kind::Weekday:
        if (hasClock)
            return readDayAndClock(day, clock, frame);
        return {TimeReading::Kind::Day, TimeFault::None, daysSpan(day.day, day.day, frame.zone)};
    case DayText::Kind::Instant:
        return hasClock ? unreadTime(TimeFault::NotATime) : instantReading(day.span.from);
    case DayText::Kind::Span:
        return hasClock ? unreadTime(TimeFault::NotATime)
                        : TimeReading{TimeReading::Kind::Span, TimeFault::None, day.span};
    case DayText::Kind::None:
        break;
    }
    return unreadTime(TimeFault::NotATime);
}

/// The end of a range: a time of day alone is one of the day of its beginning, or of the next night.
TimeReading readEnd(const QString &plain, const TimeReading &begin, const TimeFrame &frame)
{
    const ClockText clock = splitClock(plain);
    if (begin.kind == TimeReading::Kind::Instant && clock.state == ClockText::State::Read &&
        clock.rest.simplified().isEmpty() && !clock.offset) {
        const QDate day = wallTime(begin.span.from, frame.zone).date();
        const TimeReading read = readDayAndClock({DayText::Kind::Day, day, {}}, clock, frame);
        return read.span.from > begin.span.from
                   ? read
                   : readDayAndClock({DayText::Kind::Day, day.addDays(1), {}}, clock, frame);
    }
    return readOne(plain, frame);
}

/// "24" before "27 nov": the same month.
TimeReading readBegin(const QString &plain, const QString &end, const TimeFrame &frame)
{
    static const QRegularExpression day(u"\\A\\d{1,2}\\.?\\z"_s);
    const TimeReading last = day.match(plain).hasMatch() ? readOne(end, frame) : TimeReading{};
    if (last.kind != TimeReading::Kind::Day)
        return readOne(plain, frame);
    const QDate month = wallTime(last.span.from, frame.zone).date();
    const QDate first(month.year(), month.month(), QString(plain).remove(u'.').toInt());
    return first.isValid()
               ? TimeReading{TimeReading::Kind::Day, TimeFault::None, daysSpan(first, first, frame.zone)}
               : unreadTime(TimeFault::NoSuchDay);
}

/// What stands for an open end is empty; the word before the first end says nothing more.
QString endText(const QString &plain)
{
    const QString text = plain.trimmed();
    const qsizetype blank = text.indexOf(u' ');
    if (blank > 0 && timeWordOf(text.left(blank)) == TimeWord::Since)
        return text.mid(blank + 1);
    return text == u".." || text == u"..." ? QString() : text;
}

TimeReading readRange(const QString &first, const QString &second, const TimeFrame &frame)
{
    if (first.isEmpty() && second.isEmpty())
        return unreadTime(TimeFault::NotATime);
    const TimeReading begin = first.isEmpty() ? TimeReading{} : readBegin(first, second, frame);
    if (!first.isEmpty() && !begin.isRead())
        return begin;
    const TimeReading end = second.isEmpty() ? TimeReading{} : readEnd(second, begin, frame);
    if (!second.isEmpty() && !end.isRead())
        return end;
    // What has an end lasts to it (a day, a month); an instant, and what goes on until now, ends where it is.
    const bool lasts = end.span.to.isValid();
    const TimeSpan span{begin.span.from, lasts ? end.span.to : end.span.from};
    return span.isEmpty() ? unreadTime(TimeFault::EndsFirst)
                          : TimeReading{TimeReading::Kind::Span, TimeFault::None, span};
}

/// "since 27 nov", "before 14:00".
TimeReading readHalf(const QString &plain, const TimeFrame &frame)
{
    const qsizetype blank = plain.indexOf(u' ');
    const TimeWord word = blank < 0 ? TimeWord::None : timeWordOf(plain.left(blank));
    if (word != TimeWord::Since && word != TimeWord::Before)
        return unreadTime(TimeFault::NotATime);
    const TimeReading read = readOne(plain.mid(blank + 1), frame);
    if (!read.isRead())
        return read;
    if (!read.span.from.isValid())
        return unreadTime(TimeFault::NotATime);
    const TimeSpan span =
        word == TimeWord::Since ? TimeSpan{read.span.from, {}} : TimeSpan{{}, read.span.from};
    return TimeReading{TimeReading::Kind::Span, TimeFault::None, span};
}

struct RangeCut
{
    qsizetype from = 0;
    qsizetype to = 0;
};

/// Where a text may be cut into the ends of a range, the surest first.
QList<RangeCut> cutsOf(const QString &plain)
{
    static const QRegularExpression sure(u"\\s*(?:\\.{2,3}|~)\\s*|\\s+-\\s+"_s);
    static const QRegularExpression words(u"(?<=\\s)([\\p{L}\\p{M}]+)(?=\\s)"_s);
    static const QRegularExpression unsure(u"/|-"_s);
    QList<RangeCut> cuts;
    for (auto it = sure.globalMatch(plain); it.hasNext();) {
        const auto match = it.next();
        cuts.append({match.capturedStart(), match.capturedEnd()});
    }
    for (auto it = words.globalMatch(plain); it.hasNext();) {
        const auto match = it.next();
        if (timeWordOf(match.captured(1)) == TimeWord::Until)
            cuts.append({match.capturedStart(), match.capturedEnd()});
    }
    for (auto it = unsure.globalMatch(plain); it.hasNext();) {
        const auto match = it.next();
        if (match.capturedStart() > 0 && match.capturedEnd() < plain.size())
            cuts.append({match.capturedStart(), match.capturedEnd()});
    }
    return cuts;
}

} // namespace

TimeReading readTime(const QString &text, const TimeFrame &frame)
{
    if (text.size() > longestTimeText)
        return unreadTime(TimeFault::NotATime);
    const QString plain = plainTimeText(text);
    if (plain.isEmpty())
        return unreadTime(TimeFault::Empty);
    const TimeReading one = readOne(plain, frame);
    if (one.fault != TimeFault::NotATime)
        return one;
    const TimeReading half = readHalf(plain, frame);
    if (half.isRead())
        return half;
    TimeFault fault = half.fault;
    for (const RangeCut &cut : cutsOf(plain)) {
        const TimeReading range = readRange(endText(plain.left(cut.from)), endText(plain.mid(cut.to)), frame);
        if (range.isRead())
            return range;
        if (fault == TimeFault::NotATime)
            fault = range.fault;
    }
    return unreadTime(fault);
}

} // namespace pc::models
