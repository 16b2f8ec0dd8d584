// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time/time_preset.h"
#include "models/time/zone_choice.h"
#include "views/time/counted.h"
#include "views/time/time_words.h"
#include "views/widgets/popup_panel.h"

#include <QTimer>

#include <functional>
#include <optional>

class QPushButton;
class QRegularExpression;

namespace pc::views {

class PresetList;
class RangeFacts;
class SpanFields;
class ZoneButtons;

/// Chooses a part of time: by name, by what people type, or from a calendar; and in whose clocks. It says how
/// many answer before anything is shown. Enter applies, Esc and a click elsewhere give up. It is deleted when
/// it closes.
class TimePopover final : public PopupPanel
{
    Q_OBJECT
public:
    /// What is chosen, in which zone; `now` is asked once.
    struct Choice
    {
        models::TimeSpan span;
        models::TimePreset preset = models::TimePreset::All;
        models::ZoneKind zone = models::ZoneKind::Utc;
    };
    TimePopover(Counted counted, const models::TimeZones &zones, const Choice &choice, const QDateTime &now,
                QWidget *parent);

    /// Something else that may be typed into the first field, and how the hint names it.
    void setOtherForm(const QRegularExpression &form, const QString &hint);
    /// The answer to the latest countWanted(); none when it is not known.
    void setCount(const std::optional<TimeCount> &count);
    /// A line more about what is chosen.
    void setCountNote(const QString &note);
    /// Below `anchor`, whatever stands above it.
    void open(const QWidget *anchor);
    [[nodiscard]] Choice choice() const;

Q_SIGNALS:
    void applied(const pc::views::TimePopover::Choice &choice);
    /// Somebody typed something else that is of the given form.
    void otherTyped(const QString &text);
    /// It closes, and nothing was applied.
    void givenUp();
    void spanPreviewed(const pc::models::TimeSpan &span);
    void countWanted(const pc::models::TimeSpan &span);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildUi();
    void wire();
    [[nodiscard]] models::TimeFrame frame() const;
    void choosePreset(models::TimePreset preset);
    void chooseZone();
    void onEdited();
    void showSpan(bool preview);
    void showButton();
    void apply();

    Counted m_counted;
    models::TimeZones m_zones;
    models::TimePreset m_preset;
    models::ZoneKind m_zone;
    QDateTime m_now;
    std::optional<models::TimeSpan> m_span;
    std::optional<TimeCount> m_count;
    QTimer m_countWait;
    bool m_done = false;
    PresetList *m_presets;
    SpanFields *m_fields;
    ZoneButtons *m_zoneButtons;
    RangeFacts *m_facts;
    QPushButton *m_cancel;
    QPushButton *m_show;
};

} // namespace pc::views
