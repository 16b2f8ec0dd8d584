// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/daily_quota.h"

#include <QHash>

namespace pc::platform {
namespace {

/// The first instant of `date`, or of the next date that exists (Samoa had no 30 December 2011).
Instant startOf(QDate date, const QTimeZone &zone)
{
    for (int skip = 0; skip < 3; ++skip) {
        const QDateTime start = date.addDays(skip).startOfDay(zone);
        if (start.isValid())
            return instantOf(start);
    }
    return instantOf(date.startOfDay(Qt::UTC));
}

DayInZone compute(Instant now, const QTimeZone &zone)
{
    // Bounded by instants, not by the local date: where the clock goes back over midnight the local date is
    // not monotonic, but a quota day must be.
    QDate date = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), zone).date();
    DayInZone day{date, startOf(date, zone), startOf(date.addDays(1), zone)};
    if (now >= day.endsAt)
        day = {date.addDays(1), day.endsAt, startOf(date.addDays(2), zone)};
    else if (now < day.startsAt)
        day = {date.addDays(-1), startOf(date.addDays(-1), zone), day.startsAt};
    return day;
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
