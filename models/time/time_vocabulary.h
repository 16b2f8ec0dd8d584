// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time/calendar_units.h"

#include <QLocale>
#include <QStringView>

#include <optional>

/// The words of times as people type them: those of the interface's languages (all of them at once, so that
/// a text from a colleague is read too) from a table, the names of months and weekdays from the locale and
/// from English. Every word is looked up folded (rules::fold).
namespace pc::models {

enum class TimeWord {
    None,
    Now,
    Today,
    Yesterday,
    DayBefore, ///< the day before yesterday
    Tomorrow,
    All,
    Last,
    This,
    Ago,
    Since,
    Before,
    Until, ///< between the ends of a range
    Filler ///< "at", "um"
};

[[nodiscard]] TimeWord timeWordOf(const QString &folded);
/// "minutes", "Tage"; `unitLetterOf` also single letters ("3d", "90m"), which are no words of their own.
[[nodiscard]] std::optional<TimeUnit> unitWordOf(const QString &folded);
[[nodiscard]] std::optional<TimeUnit> unitLetterOf(const QString &folded);
/// 1 to 12; 0 when it is no month. Whole names, the short ones with or without their point, and beginnings of
/// at least three letters.
[[nodiscard]] int monthOf(const QString &folded, const QLocale &locale);
/// 1 (Monday) to 7; 0 when it is no weekday.
[[nodiscard]] int weekdayOf(const QString &folded, const QLocale &locale);

} // namespace pc::models
