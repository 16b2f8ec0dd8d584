// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/time/time_writer.h"

#include "models/time/wall_clock.h"

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

QString isoEnd(const QDateTime &instant)
{
    if (!instant.isValid())
        return u".."_s;
    const QDateTime utc = instant.toUTC();
    return utc.toString(utc.time().msec() != 0 ? u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s
                                               : u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s);
}

} // namespace

QString clockFormat(const QTime &time)
{
    return time.msec() != 0 ? u"HH:mm:ss.zzz"_s : time.second() != 0 ? u"HH:mm:ss"_s : u"HH:mm"_s;
}

QString offsetText(int seconds)
{
    const int minutes = std::abs(seconds) / 60;
    return u"%1%2:%3"_s.arg(QChar(seconds < 0 ? u'-' : u'+'))
        .arg(minutes / 60, 2, 10, QChar(u'0'))
        .arg(minutes % 60, 2, 10, QChar(u'0'));
}

QString fieldText(const QDateTime &instant, const QTimeZone &zone)
{
    const QDateTime wall = wallTime(instant, zone);
    if (!wall.isValid())
        return {};
    const QString text = wall.toString(u"yyyy-MM-dd "_s + clockFormat(wall.time()));
    const bool second = instantsOf(wall.date(), wall.time(), zone).value(0) != instant;
    return second ? text + offsetText(zone.offsetFromUtc(instant)) : text;
}

QString isoSpan(const TimeSpan &span)
{
    return span.isAll() ? u"all"_s : isoEnd(span.from) + u'/' + isoEnd(span.to);
}

} // namespace pc::models
