// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time/time_preset.h"
#include "models/time/time_span.h"

#include <QObject>
#include <QTimeZone>

namespace pc::views {

class TimeChip;
class TimelineLink;
class TimeStrip;

/// The strip and the chip of one page say the same: what is chosen or tried in one is seen in the other, and
/// both read by the same clocks.
class TimeControls final : public QObject
{
    Q_OBJECT
public:
    /// All of them outlive this; owned by the chip.
    TimeControls(TimeStrip &strip, TimeChip &chip, TimelineLink &link);

    /// What is in force.
    void setChoice(const models::TimeSpan &span, models::TimePreset preset);

Q_SIGNALS:
    void spanChosen(const pc::models::TimeSpan &span, pc::models::TimePreset preset);
    /// The part of time that the strip should show.
    void rangeWanted(const pc::models::TimeSpan &range);
    void zoneChanged(const QTimeZone &zone);

private:
    void chooseInStrip(const models::TimeSpan &span);

    TimeStrip &m_strip;
    TimeChip &m_chip;
};

} // namespace pc::views
