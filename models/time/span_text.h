// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/date_words.h"
#include "models/time/time_frame.h"
#include "models/time/time_span.h"

namespace pc::models {

/// What of a span must be written for people, by the clocks of a zone; the words between are the view's.
enum class SpanForm {
    All,
    Since,     ///< `from` only
    Before,    ///< `to` only
    Day,       ///< one whole day
    Days,      ///< whole days, `to` is the day after the last
    WithinDay, ///< times of one day; its end may be the next midnight
    Across     ///< times of different days
};
[[nodiscard]] SpanForm spanForm(const TimeSpan &span, const QTimeZone &zone);

/// Days that people call by a word.
enum class NearDay { No, Today, Yesterday };
[[nodiscard]] NearDay nearDayOf(const QDateTime &instant, const TimeFrame &frame);

/// "14:03", with seconds and thousandths only where it has some, and with the distance from UTC where the
/// clocks show that time twice ("02:30 +01:00").
[[nodiscard]] QString clockLabel(const QDateTime &instant, const TimeFrame &frame);
enum class YearShown { WhereOther, Always };
/// "27 Nov", with its year where that is not the present one, or always.
[[nodiscard]] QString dayLabel(const QDateTime &instant, const TimeFrame &frame,
                               YearShown year = YearShown::WhereOther);
/// "Fri 27 Nov", likewise.
[[nodiscard]] QString weekdayLabel(const QDateTime &instant, const TimeFrame &frame);

} // namespace pc::models
