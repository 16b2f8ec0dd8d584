// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/daily_quota.h"

#include <QHash>

namespace pc::platform {
namespace {

/// The first instant of `date`, or of the next date that exists (Samoa had no 30 December 2011).
Instant startOf(QDate date, const QTimeZone &zone)
{
    const QDateTime start = date.startOfDay(zone);
    return instantOf(start.isValid() ? start : date.addDays(1).startOfDay(zone));
}

DayInZone compute(Instant now, const QTimeZone &zone)
{
    // The last day that has begun, not the local date: where the clock goes back over midnight the local date
    // is not monotonic, but a quota day must be. (Such a day begins at its first or at its second midnight,
    // as the Qt version has it.)
    QDate date = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), zone).date().addDays(1);
    while (startOf(date, zone) > now)
        date = date.addDays(-1);
    return {date, startOf(date, zone), startOf(date.addDays(1), zone)};
}

} // namespace

DayInZone dayInZone(Instant now, const QTimeZone &zone)
{
    thread_local QHash<QByteArray, DayInZone> known; // as many as there are zones: about 600
    const QByteArray key = zone.id();
    const auto it = known.constFind(key);
    if (it != known.constEnd() && it->startsAt <= now && now < it->endsAt)
        return *it;
    const DayInZone day = compute(now, zone.isValid() ? zone : QTimeZone::utc());
    known.insert(key, day);
    return day;
}

} // namespace pc::platform
