// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/relative_time.h"

#include "contract/rules/date_words.h"

#include <QCoreApplication>

namespace pc::views {

namespace {

struct RelativeTime
{
    Q_DECLARE_TR_FUNCTIONS(RelativeTime)
};

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr int tickMs = 15'000;

/// What is left is rounded up and told in two units: two hours of grace read "in 2 h" at first, then "in 1 h
/// 59 min", never "in 1 h". From two days on in whole ones, the nearest: what ends in five days says so all
/// the first half day.
QString timeLeft(qint64 seconds)
{
    const qint64 minutes = (seconds + minute - 1) / minute;
    if (minutes < 60) {
        return RelativeTime::tr("in %n min", nullptr, static_cast<int>(minutes));
    }
    const qint64 hours = minutes / 60;
    if (hours < 24) {
        return minutes % 60 == 0 ? RelativeTime::tr("in %n h", nullptr, static_cast<int>(hours))
                                 : RelativeTime::tr("in %1 h %2 min").arg(hours).arg(minutes % 60);
    }
    if (seconds >= 2 * day)
        return RelativeTime::tr("in %n day(s)", nullptr, static_cast<int>((seconds + day / 2) / day));
    const qint64 roundedHours = (minutes + 59) / 60;
    const qint64 days = roundedHours / 24;
    return roundedHours % 24 == 0 ? RelativeTime::tr("in %n day(s)", nullptr, static_cast<int>(days))
                                  : RelativeTime::tr("in %1 d %2 h").arg(days).arg(roundedHours % 24);
}

} // namespace

QString relativeTime(const QDateTime &when, const QDateTime &now, const QLocale &locale)
{
    if (!when.isValid()) {
        return QStringLiteral("\u2014");
    }
    const qint64 past = when.secsTo(now);
    const qint64 distance = std::abs(past);
    if (distance < 2) {
        return RelativeTime::tr("now");
    }
    if (distance >= 7 * day) {
        const QDate date = when.toUTC().date();
        const bool sameYear = date.year() == now.toUTC().date().year();
        return rules::dateText(date, sameYear ? rules::DateForm::Day : rules::DateForm::DayOfYear, locale);
    }
    const bool before = past > 0;
    if (!before && distance >= minute) {
        return timeLeft(distance);
    }
    if (distance < minute) {
        const int n = static_cast<int>(distance);
        return before ? RelativeTime::tr("%n s ago", nullptr, n) : RelativeTime::tr("in %n s", nullptr, n);
    }
    if (distance < hour) {
        const int n = static_cast<int>(distance / minute);
        return RelativeTime::tr("%n min ago", nullptr, n);
    }
    if (distance < day) {
        return RelativeTime::tr("%n h ago", nullptr, static_cast<int>(distance / hour));
    }
    return RelativeTime::tr("%n day(s) ago", nullptr, static_cast<int>(distance / day));
}

QString isoUtc(const QDateTime &when)
{
    return when.isValid() ? when.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'")) : QString();
}

QString auditUtc(const QDateTime &when)
{
    return when.isValid() ? when.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")) : QString();
}

TimeTicker::TimeTicker(Now now, QObject *parent) : QObject(parent), m_now(std::move(now))
{
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    m_timer.start(tickMs);
    connect(&m_timer, &QTimer::timeout, this, &TimeTicker::tick);
}

} // namespace pc::views
