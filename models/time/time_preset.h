// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time/time_frame.h"
#include "models/time/time_span.h"

#include <QList>

namespace pc::models {

/// Parts of time that are chosen by name. What reaches back from now has an open end and moves with the
/// present; days and quarters are those of the calendar in the zone.
enum class TimePreset {
    None, ///< none of them: a span that stands still
    LastHour,
    Today,
    Yesterday,
    Last7Days,
    Last30Days,
    Last90Days,
    ThisQuarter,
    All
};

/// In the order in which they are offered.
[[nodiscard]] const QList<TimePreset> &timePresets();
[[nodiscard]] TimeSpan spanOf(TimePreset preset, const TimeFrame &frame);
/// The preset that means this span now; None for others.
[[nodiscard]] TimePreset presetOf(const TimeSpan &span, const TimeFrame &frame);
/// A word for it in what is kept and in links ("last-7-days"), and back; empty and None where there is none.
[[nodiscard]] QString presetKey(TimePreset preset);
[[nodiscard]] TimePreset presetOfKey(const QString &key);

} // namespace pc::models
