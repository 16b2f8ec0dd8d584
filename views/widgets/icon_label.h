// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/icons.h"

#include <QWidget>

namespace pc::views {

/// Paints one icon at the device's ratio (a pixmap in a QLabel would blur at 150 %). Decorative unless it is
/// given an accessible name.
class IconLabel : public QWidget
{
    Q_OBJECT
public:
    explicit IconLabel(Icon which = Icon::None, Tone tone = Tone::Muted, int size = 20,
                       QWidget *parent = nullptr);

    void setIcon(Icon which, Tone tone);
    void setTone(Tone tone);
    [[nodiscard]] Icon icon() const { return m_icon; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    Tone m_tone;
    int m_size;
};

} // namespace pc::views
