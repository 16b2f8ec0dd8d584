// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/time/latest_only.h"

#include <QScrollBar>

#include <functional>

namespace pc::views {

class Label;

/// The scroll bar of a list of which only a part is there: it stands for the whole result. 0 is the list's
/// beginning, 1 its end, whatever rows are loaded. The wheel over it belongs to the table beside it.
class TimeScrollBar final : public QScrollBar
{
    Q_OBJECT
public:
    /// `scrolled`: the table (or its viewport) that the wheel rolls.
    explicit TimeScrollBar(QWidget *scrolled, QWidget *parent = nullptr);

    /// Where the list stands, and which part of it is on screen (visible rows over all); left alone while a
    /// person drags it.
    void setPlace(double fraction, double visible);
    [[nodiscard]] double place() const;
    /// What is said beside the thumb while it is dragged: the time at a place. Empty for nothing.
    void setLabelText(std::function<QString(double fraction)> text) { m_text = std::move(text); }
    [[nodiscard]] Label *dragLabel() const { return m_label; }

Q_SIGNALS:
    /// While it is dragged as often as can be followed, and when it is let go or a click moves it by a page.
    void placeRequested(double fraction);

protected:
    void wheelEvent(QWheelEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void sliderChange(SliderChange change) override;

private:
    void showLabel();

    QWidget *m_scrolled;
    std::function<QString(double)> m_text;
    LatestOnly m_places;
    Label *m_label;
    bool m_setting = false; ///< not by a person
};

} // namespace pc::views
