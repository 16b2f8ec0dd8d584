// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time/time_span.h"

#include <QString>
#include <QTimeZone>

/// Times as text that reads back as the same instant, whatever the language (models/time/time_reader.h).
namespace pc::models {

/// For a field: "2026-11-27 14:00" in the zone's time, with seconds and thousandths only where it has some;
/// with its distance from UTC where the clocks show that time twice and it is the second. Empty for none.
[[nodiscard]] QString fieldText(const QDateTime &instant, const QTimeZone &zone);
/// For links, commands and what is copied: "2026-11-27T14:00:00Z/2026-11-28T00:00:00Z" (ISO 8601), ".." for
/// an open end; "all" for all of time.
[[nodiscard]] QString isoSpan(const TimeSpan &span);

/// How a time of day is written: "HH:mm", longer only where it has seconds or thousandths.
[[nodiscard]] QString clockFormat(const QTime &time);
/// "+01:00".
[[nodiscard]] QString offsetText(int seconds);

} // namespace pc::models
