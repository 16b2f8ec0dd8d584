// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLocale>
#include <QTime>

/// Dates as people type and paste them. Pure.
namespace pc::rules {

struct DateText
{
    enum class State { Empty, Read, NotADate, NoSuchDay };
    State state = State::Empty;
    QDate date;
    QTime time; ///< midnight when none was typed
    bool operator==(const DateText &) const = default;
};

/// Reads ISO 8601 ("2026-03-01"), day.month.year, the order of `locale` with "/" or "-", and the names of
/// months in `locale` and in English; digits of every script. The year has four digits. `withTime`: may be
/// followed by "12:30" or "12:30:15", then "Z" or "UTC".
[[nodiscard]] DateText readDate(const QString &text, bool withTime, const QLocale &locale);

} // namespace pc::rules
