// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTime>

#include <optional>

namespace pc::models {

/// The time of day in a text about time, and what else stands there.
struct ClockText
{
    enum class State { None, Read, NoSuchTime };
    State state = State::None;
    QTime time;
    bool endOfDay = false;     ///< "24:00": midnight of the next day
    std::optional<int> offset; ///< seconds east of UTC, where the text says so ("Z", "+01:00")
    QString rest;              ///< the text without it: the day
};

/// Finds "14:03", "14:03:17.482", "2:03 pm", "14 Uhr", "14h30" at the end of a text or at its beginning, with
/// "Z" or "UTC" behind it, or a distance from UTC behind a whole date (ISO
/// 8601, or of an access log). `plain`: folded, with ASCII
/// digits.
[[nodiscard]] ClockText splitClock(const QString &plain);

} // namespace pc::models
