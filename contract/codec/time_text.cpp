// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/time_text.h"

#include <QTimeZone>

namespace pc {

namespace {

/// The number in `count` digits at `at`, or -1.
int digits(const QString &text, qsizetype at, qsizetype count)
{
    int number = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        const QChar c = text[i];
        if (c < u'0' || c > u'9')
            return -1;
        number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

/// Milliseconds of "." and at most nine digits between the seconds and the 'Z', or -1.
int milliseconds(const QString &text)
{
    const qsizetype count = text.size() - 21; // "YYYY-MM-DDTHH:MM:SS" + '.' + digits + 'Z'
    if (text.size() == 20)
        return 0;
    if (count < 1 || text[19] != u'.' || digits(text, 20, count) < 0)
        return -1;
    int value = digits(text, 20, qMin<qsizetype>(count, 3));
    for (qsizetype i = count; i < 3; ++i)
        value *= 10;
    return value;
}

} // namespace

QString timeToText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

std::optional<QDateTime> timeFromText(const QString &text)
{
    if (text.size() < 20 || text.size() > 30 || text[4] != u'-' || text[7] != u'-' || text[10] != u'T' ||
        text[13] != u':' || text[16] != u':' || text.back() != u'Z')
        return std::nullopt;
    const int ms = milliseconds(text);
    const int year = digits(text, 0, 4); // -1 would be the year 1 BC, a valid one
    const QDate date(year, digits(text, 5, 2), digits(text, 8, 2));
    const QTime time(digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2), ms);
    if (ms < 0 || year < 0 || !date.isValid() || !time.isValid())
        return std::nullopt;
    return QDateTime(date, time, QTimeZone::utc()).toUTC(); // Qt::UTC, not a time zone named UTC
}

} // namespace pc
