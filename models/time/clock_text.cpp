// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/time/clock_text.h"

#include <QRegularExpression>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

constexpr int farthestOffset = 14 * 3600;

/// Hours, minutes, seconds, fraction, half of the day.
const auto clockPattern =
    u"(\\d{1,2})[:h](\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*(am|pm|[ap]\\.m\\.|uhr\\b)?"_s;
const auto hourPattern = u"(\\d{1,2})()()()\\s*(am|pm|[ap]\\.m\\.|uhr\\b)"_s;
const auto zonePattern = u"\\s*(z|utc|gmt|[+-]\\d{2}(?::?\\d{2})?)?"_s;

std::optional<int> offsetOf(const QString &zone)
{
    if (zone.isEmpty())
        return std::nullopt;
    if (zone.at(0).isLetter())
        return 0;
    const QString digits = QString(zone.mid(1)).remove(u':');
    const int seconds = digits.left(2).toInt() * 3600 + digits.mid(2).toInt() * 60;
    return zone.at(0) == u'-' ? -seconds : seconds;
}

void readClock(const QRegularExpressionMatch &match, ClockText &clock)
{
    int hour = match.captured(1).toInt();
    const int minute = match.captured(2).toInt();
    const int second = match.captured(3).toInt();
    const int ms = QString(match.captured(4)).leftJustified(3, u'0').left(3).toInt();
    const QString half = match.captured(5);
    const bool halved = half.startsWith(u'a') || half.startsWith(u'p');
    const bool wrongHalf = halved && (hour < 1 || hour > 12);
    if (halved)
        hour = hour % 12 + (half.startsWith(u'p') ? 12 : 0);
    clock.endOfDay = hour == 24 && minute == 0 && second == 0 && ms == 0;
    clock.time = clock.endOfDay ? QTime(0, 0) : QTime(hour, minute, second, ms);
    clock.state = wrongHalf || !clock.time.isValid() ? ClockText::State::NoSuchTime : ClockText::State::Read;
}

} // namespace

ClockText splitClock(const QString &plain)
{
    static const QRegularExpression atEnd(u"(?:\\A|(?<=\\d)t|[\\s,])\\s*"_s + clockPattern + zonePattern +
                                          u"\\z"_s);
    static const QRegularExpression hourAtEnd(u"(?:\\A|[\\s,])\\s*"_s + hourPattern + zonePattern + u"\\z"_s);
    static const QRegularExpression atStart(u"\\A"_s + clockPattern + zonePattern + u"(?=[\\s,])"_s);
    static const QRegularExpression hourAtStart(u"\\A"_s + hourPattern + zonePattern + u"(?=[\\s,])"_s);
    static const QRegularExpression wholeDate(
        u"\\A(?:\\d{4}-\\d{2}-\\d{2}[t ]|\\d{1,2} \\p{L}+ \\d{4} [\\d:]+ [+-]\\d{4}\\z)"_s);
    ClockText clock;
    clock.rest = plain;
    for (const QRegularExpression &each : {atEnd, hourAtEnd, atStart, hourAtStart}) {
        const QRegularExpressionMatch match = each.match(plain);
        if (!match.hasMatch())
            continue;
        const QString zone = match.captured(6);
        clock.offset = offsetOf(zone);
        // "14:00-16:00" is a range; a distance from UTC belongs to a whole date and time.
        const bool distance = !zone.isEmpty() && !zone.at(0).isLetter();
        if (distance && (!wholeDate.match(plain).hasMatch() || std::abs(*clock.offset) > farthestOffset))
            return {ClockText::State::None, {}, false, {}, plain};
        readClock(match, clock);
        clock.rest = plain.left(match.capturedStart()) + plain.mid(match.capturedEnd());
        return clock;
    }
    return clock;
}

} // namespace pc::models
