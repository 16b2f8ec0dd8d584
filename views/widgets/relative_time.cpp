// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/relative_time.h"

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
        return locale.toString(date, sameYear ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
    }
    const bool before = past > 0;
    if (distance < minute) {
        const int n = static_cast<int>(distance);
        return before ? RelativeTime::tr("%n s ago", nullptr, n) : RelativeTime::tr("in %n s", nullptr, n);
    }
    if (distance < hour) {
        const int n = static_cast<int>(distance / minute);
        return before ? RelativeTime::tr("%n min ago", nullptr, n)
                      : RelativeTime::tr("in %n min", nullptr, n);
    }
    if (distance < day) {
        const int n = static_cast<int>(distance / hour);
        return before ? RelativeTime::tr("%n h ago", nullptr, n) : RelativeTime::tr("in %n h", nullptr, n);
    }
    const int n = static_cast<int>(distance / day);
    return before ? RelativeTime::tr("%n day(s) ago", nullptr, n)
                  : RelativeTime::tr("in %n day(s)", nullptr, n);
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
