// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTimeZone>

/// Names of the IANA time zone database, links included ("Asia/Calcutta", "Etc/UTC"), exactly as it spells
/// them. Qt's own list is that of zone.tab (458 of about 600 names) and takes offsets ("UTC+03:00") for
/// names, so the database of the machine is asked itself: tzdata.zi, else the files below TZDIR or
/// /usr/share/zoneinfo.
namespace pc::rules {

/// Every name, sorted; "Factory" and the machine's own files (localtime, posix/…) are none.
[[nodiscard]] const QStringList &timeZoneNames();
[[nodiscard]] bool isTimeZoneName(const QString &name);
/// The zone, links followed where the machine has no file for them; not valid when there is no such name.
[[nodiscard]] QTimeZone timeZoneOf(const QString &name);

} // namespace pc::rules
