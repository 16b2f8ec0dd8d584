// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/tokens.h"

#include <QWidget>

namespace pc::views {

/// A plain strip in one colour, e.g. the violet one above a sandbox window.
class ColorStrip final : public QWidget
{
    Q_OBJECT
public:
    ColorStrip(Tone tone, int height, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
};

} // namespace pc::views
