// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>

/// Between instants (UTC) and what the clocks of a zone show. Qt reads times that do not exist or exist twice
/// otherwise from version to version, so the rule stands here:
///  - what the clocks show twice (they went back) is the first of the two, the one before the change;
///  - what they never show (they went forward) is the change itself, the first instant after the gap.
/// Both keep the order: a later reading of the clocks is never an earlier instant, so [from, to) stays a
/// range.
namespace pc::models {

/// What the clocks of `zone` show at `instant`, as a date and a time in UTC's notation; for reading only.
[[nodiscard]] QDateTime wallTime(const QDateTime &instant, const QTimeZone &zone);
/// The instant (UTC) at which the clocks of `zone` show this.
[[nodiscard]] QDateTime instantOf(const QDate &date, const QTime &time, const QTimeZone &zone);
/// Every instant at which they show it, in order: one, two, or none.
[[nodiscard]] QList<QDateTime> instantsOf(const QDate &date, const QTime &time, const QTimeZone &zone);
/// The first instant of a day.
[[nodiscard]] QDateTime dayStart(const QDate &date, const QTimeZone &zone);

} // namespace pc::models
