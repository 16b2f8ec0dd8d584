// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time/time_preset.h"

#include <QListWidget>

namespace pc::views {

/// Parts of time by name, below each other; the one that is meant has a tick. Arrows choose, Enter applies.
class PresetList final : public QListWidget
{
    Q_OBJECT
public:
    explicit PresetList(QWidget *parent = nullptr);

    /// The one that is meant now; None ticks nothing.
    void setPreset(models::TimePreset preset);
    [[nodiscard]] models::TimePreset preset() const { return m_preset; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void presetChosen(pc::models::TimePreset preset);
    /// It is to be shown at once.
    void applied();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void choose(const QListWidgetItem *item);
    [[nodiscard]] QListWidgetItem *itemOf(models::TimePreset preset) const;

    models::TimePreset m_preset = models::TimePreset::None;
};

} // namespace pc::views
