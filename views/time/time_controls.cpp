// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/time_controls.h"

#include "views/time/time_chip.h"
#include "views/time/time_strip.h"
#include "views/time/timeline_link.h"

namespace pc::views {

using models::TimePreset;
using models::TimeSpan;

TimeControls::TimeControls(TimeStrip &strip, TimeChip &chip, TimelineLink &link)
    : QObject(&chip), m_strip(strip), m_chip(chip)
{
    connect(&chip, &TimeChip::spanChosen, this, &TimeControls::spanChosen);
    connect(&chip, &TimeChip::spanPreviewed, this,
            [this](const TimeSpan &span) { m_strip.setPreview(span); });
    connect(&chip, &TimeChip::zoneChosen, this, [this, &link] {
        link.setZone(m_chip.zone());
        Q_EMIT zoneChanged(m_chip.zone());
    });
    connect(&strip, &TimeStrip::spanChosen, this, &TimeControls::chooseInStrip);
    connect(&strip, &TimeStrip::spanPreviewed, this,
            [this](const TimeSpan &span) { m_chip.setPreview(span); });
    connect(&strip, &TimeStrip::zoomRequested, this, &TimeControls::rangeWanted);
}

void TimeControls::setChoice(const TimeSpan &span, TimePreset preset)
{
    m_chip.setChoice(span, preset);
    m_strip.setSelection(span);
}

void TimeControls::chooseInStrip(const TimeSpan &span)
{
    const TimeSpan shown = m_strip.shownRange();
    Q_EMIT spanChosen(span, TimePreset::None);
    if (span.isBounded() && shown.isBounded())
        Q_EMIT rangeWanted(shown); // whoever selects in it goes on seeing it
}

} // namespace pc::views
