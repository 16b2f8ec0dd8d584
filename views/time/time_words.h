// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time/time_preset.h"
#include "models/time/time_reader.h"
#include "models/time/zone_choice.h"
#include "views/time/counted.h"

#include <QString>

#include <optional>

/// Times, spans and counts in words.
namespace pc::views {

/// How many answer, as far as it is known.
struct TimeCount
{
    qint64 count = 0;
    bool isAtLeast = false; ///< counting was given up there
};

[[nodiscard]] QString presetText(models::TimePreset preset);
/// Why a typed text is no time, and what would be one.
[[nodiscard]] QString timeFaultText(models::TimeFault fault);
/// For a chip: "Yesterday 14:00–14:10", "27 Nov 2026", "since 27 Nov", "any time". Without the zone.
[[nodiscard]] QString timeSpanText(const models::TimeSpan &span, const models::TimeFrame &frame);
/// For the axis below a selection: "Fri 27 Nov", "14:00–14:10".
[[nodiscard]] QString shortSpanText(const models::TimeSpan &span, const models::TimeFrame &frame);
/// In full, with the zone: "Fri 27 Nov 00:00 – Sat 28 Nov 00:00 UTC".
[[nodiscard]] QString fullSpanText(const models::TimeSpan &span, const models::TimeFrame &frame);
/// An instant with its zone: "Fri 27 Nov 14:03 UTC".
[[nodiscard]] QString fullInstantText(const QDateTime &instant, const models::TimeFrame &frame);
/// "24 h", "10 min", "7 days".
[[nodiscard]] QString durationText(qint64 milliseconds);
/// "2,741 events", "10,000+ events".
[[nodiscard]] QString countedText(Counted counted, const TimeCount &count);
/// "2,741 events in 24 h"; without a duration as countedText().
[[nodiscard]] QString countedText(Counted counted, const TimeCount &count,
                                  std::optional<qint64> milliseconds);
/// The button that applies a span: "Show 2,741 events"; "Show" while the count is not known.
[[nodiscard]] QString showCountText(Counted counted, const std::optional<TimeCount> &count);
/// "UTC", "Berlin (yours)", "Partner’s".
[[nodiscard]] QString zoneChoiceText(models::ZoneKind kind, const QTimeZone &zone);

} // namespace pc::views
