// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QLocale>

namespace pc::rules {

/// How much of a date is written.
enum class DateForm {
    Day,              ///< "9 Jul", "9. Juli"
    DayOfYear,        ///< "9 Jul 2026", "9. Juli 2026"
    WeekdayDay,       ///< "Thu 9 Jul", "Do 9. Juli"
    WeekdayDayOfYear, ///< "Thu 9 Jul 2026", "Do 9. Juli 2026"
};

/// A date with the name of its month, as the language writes it: with a point after the day where its own
/// long form has one (German, Czech, Danish, …). The one place in which dates for reading are made.
[[nodiscard]] QString dateText(const QDate &date, DateForm form, const QLocale &locale = QLocale());
/// The same of a moment, in UTC.
[[nodiscard]] QString dateText(const QDateTime &when, DateForm form, const QLocale &locale = QLocale());
/// The last day on which something holds that ends at `end`: what ends at midnight holds on the day before
/// it. For an end of which only the day is shown.
[[nodiscard]] QString lastDayText(const QDateTime &end, DateForm form, const QLocale &locale = QLocale());
/// Date and minute of a moment in UTC: "9 Jul 2026, 18:38", "9 Jul 18:38", "Thu 9 Jul 18:38".
[[nodiscard]] QString momentText(const QDateTime &when, DateForm form, const QLocale &locale = QLocale());

} // namespace pc::rules
