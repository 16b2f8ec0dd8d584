// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/time/wall_clock.h"

namespace pc::models {

namespace {

constexpr qint64 daySecs = 86'400; // farther from UTC than any zone

int offsetAt(qint64 ms, const QTimeZone &zone)
{
    return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC));
}

/// The first instant at which another offset holds than at `before`, up to `after`.
qint64 changeBetween(qint64 before, qint64 after, const QTimeZone &zone)
{
    const int old = offsetAt(before, zone);
    while (after - before > 1) {
        const qint64 middle = before + (after - before) / 2;
        (offsetAt(middle, zone) == old ? before : after) = middle;
    }
    return after;
}

} // namespace

QDateTime wallTime(const QDateTime &instant, const QTimeZone &zone)
{
    if (!instant.isValid() || !zone.isValid())
        return {};
    const QDateTime utc = instant.toUTC();
    return utc.addSecs(zone.offsetFromUtc(utc));
}

QList<QDateTime> instantsOf(const QDate &date, const QTime &time, const QTimeZone &zone)
{
    const QDateTime shown(date, time, Qt::UTC);
    if (!shown.isValid() || !zone.isValid())
        return {};
    const qint64 wall = shown.toMSecsSinceEpoch();
    QList<QDateTime> found;
    // Both hold where the clocks go back: the one before gives the earlier instant.
    for (const int offset : {offsetAt(wall - daySecs * 1000, zone), offsetAt(wall + daySecs * 1000, zone)}) {
        const qint64 at = wall - qint64(offset) * 1000;
        const QDateTime instant = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
        if (offsetAt(at, zone) == offset && !found.contains(instant))
            found.append(instant);
    }
    return found;
}

QDateTime instantOf(const QDate &date, const QTime &time, const QTimeZone &zone)
{
    if (!date.isValid() || !time.isValid() || !zone.isValid())
        return {};
    if (const QList<QDateTime> found = instantsOf(date, time, zone); !found.isEmpty())
        return found.constFirst();
    const qint64 wall = QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch();
    return QDateTime::fromMSecsSinceEpoch(changeBetween(wall - daySecs * 1000, wall + daySecs * 1000, zone),
                                          Qt::UTC);
}

QDateTime dayStart(const QDate &date, const QTimeZone &zone)
{
    return instantOf(date, QTime(0, 0), zone);
}

} // namespace pc::models
