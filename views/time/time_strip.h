// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/time/latest_only.h"
#include "views/time/strip_display.h"
#include "views/time/strip_grip.h"

namespace pc::views {

/// How the rows of a page lie in time: bars, the selected span in blue, marks, and below the axis a bar for
/// the rows that are on screen, which is the scroll bar of the list.
///
/// Pointer: a drag over the bars selects, a click selects one bar, handles resize, the wheel zooms around the
/// pointer (Shift or a wheel to the side moves), a double click shows all; below the axis a click or drag
/// asks for the rows there. Keyboard: Left and Right move the selection by one bar (Ctrl: ten), with Shift
/// they resize it, Home and End go to the ends, Enter selects, Esc gives up; + and - zoom, 0 shows all; Up
/// and Down go through the marks, Enter on one activates it.
///
/// The page answers zoomRequested() by setHistogram() and spanChosen() by setSelection(). Bars begin
/// StripGeometry::overhang pixels inside of the widget. Assistive technology sees a chart whose value is the
/// bar (or mark) at the keyboard or pointer.
class TimeStrip final : public StripDisplay
{
    Q_OBJECT
public:
    explicit TimeStrip(Counted counted, QWidget *parent = nullptr);

    /// A new range is shown at once, but in the middle of a drag only when that ends.
    void setHistogram(const TimeHistogram &histogram);
    /// The filter in force; all of time marks nothing. Ends what is being chosen by keys.
    void setSelection(const models::TimeSpan &span);
    /// The rows on screen, in either order; none where an end is invalid. Left alone while a person drags it.
    void setShown(const QDateTime &from, const QDateTime &to);
    /// As Enter does.
    void chooseCurrent();
    /// As Left and Right do.
    void moveBy(qsizetype bars);

Q_SIGNALS:
    void spanChosen(const pc::models::TimeSpan &span);
    /// While a person drags, or moves it by keys; the selection again when that is given up.
    void spanPreviewed(const pc::models::TimeSpan &span);
    /// The rows around this instant are wanted: the middle of the bar where it is dragged to.
    void placeRequested(const QDateTime &time);
    /// The shown part of time should be this; with open ends all of it.
    void zoomRequested(const pc::models::TimeSpan &range);
    void markActivated(const QString &id);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] StripGrip gripAt(const QPointF &point) const;
    [[nodiscard]] bool isChoosing() const { return m_choice.span().has_value(); }
    [[nodiscard]] bool takesKey(const QKeyEvent *event) const;
    void hover(const QPointF &point);
    void previewChoice();
    void giveUp();
    void goToMark(int step);
    void dragTrack(double x);
    void dragChoice(double x);
    void zoom(double factor, double x);
    void takeWaiting();

    std::optional<TimeHistogram> m_waiting; ///< came in the middle of a drag
    StripGrip m_grip = StripGrip::None;
    QPointF m_pressed;
    bool m_moved = false;   ///< the press became a drag
    double m_trackHold = 0; ///< where the bar of the rows was taken, from its middle
    bool m_byKeyboard = false;
    LatestOnly m_places; ///< asked for by a drag
    QTimer m_clickWait;  ///< a click is a choice unless it becomes a double click
};

} // namespace pc::views
