// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time/zone_choice.h"
#include "views/time/time_popover.h"
#include "views/widgets/chip.h"

#include <QPointer>
#include <QRegularExpression>

namespace pc::views {

class TimeTicker;

/// The part of time that a page shows: "Time: Yesterday 14:00–14:10". A click, Space and Enter open the
/// popover below it, and the focus comes back to it; Delete shows all of time again.
class TimeChip final : public Chip
{
    Q_OBJECT
public:
    TimeChip(Counted counted, TimeTicker &ticker, QWidget *parent = nullptr);

    /// What is in force. A preset gives the words, also while its span goes on.
    void setChoice(const models::TimeSpan &span, models::TimePreset preset = models::TimePreset::None);
    [[nodiscard]] const models::TimeSpan &span() const { return m_choice.span; }
    [[nodiscard]] models::TimePreset preset() const { return m_choice.preset; }
    /// A span that somebody drags elsewhere; none, or the one in force, says what is in force again.
    void setPreview(const std::optional<models::TimeSpan> &span);

    void setZones(const models::TimeZones &zones);
    void setZoneKind(models::ZoneKind kind);
    [[nodiscard]] models::ZoneKind zoneKind() const { return m_choice.zone; }
    [[nodiscard]] QTimeZone zone() const { return m_zones.zone(m_choice.zone); }
    [[nodiscard]] models::TimeFrame frame() const;

    /// What else may be typed into the first field (whole text), and how the hint names it: "evt_…".
    void setOtherForm(const QRegularExpression &form, const QString &hint);
    /// The answer to the latest countWanted(); none when it is not known.
    void setCount(const std::optional<qint64> &count, bool isAtLeast = false);
    /// A line more about what is chosen in the open popover ("Events 996,683 to 999,424").
    void setCountNote(const QString &note);

    void openPopover();
    [[nodiscard]] TimePopover *popover() const { return m_popover; }

Q_SIGNALS:
    void spanChosen(const pc::models::TimeSpan &span, pc::models::TimePreset preset);
    /// While a person types or chooses in the popover; what is in force again when they give up.
    void spanPreviewed(const pc::models::TimeSpan &span);
    /// How many there are in it; answered by setCount().
    void countWanted(const pc::models::TimeSpan &span);
    /// Before spanChosen() where both changed.
    void zoneChosen(pc::models::ZoneKind kind);
    void otherTyped(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showText();
    void onApplied(const TimePopover::Choice &choice);

    Counted m_counted;
    TimeTicker &m_ticker;
    models::TimeZones m_zones;
    TimePopover::Choice m_choice;
    std::optional<models::TimeSpan> m_preview;
    QRegularExpression m_otherForm;
    QString m_otherHint;
    QPointer<TimePopover> m_popover;
};

} // namespace pc::views
