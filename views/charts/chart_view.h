// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/charts/chart_data.h"
#include "views/charts/chart_layer.h"

#include <QWidget>

namespace pc::views {

/// A line chart over time with a crosshair that snaps to buckets. Left and Right move it (Ctrl: ten buckets),
/// Home and End jump, Shift extends a range, Enter chooses the range (without one: what is behind the
/// bucket), Esc drops it; the mouse does the same by moving and dragging. Time runs left to right in every
/// language. Assistive technology sees a chart whose value is the bucket under the crosshair.
class ChartView final : public QWidget
{
    Q_OBJECT
public:
    explicit ChartView(QWidget *parent = nullptr);

    void setData(const ChartData &shown);
    [[nodiscard]] const ChartData &data() const { return m_data; }
    /// Bucket under the crosshair, -1 for none.
    [[nodiscard]] int cursorBucket() const { return m_cursor; }
    void setCursorBucket(int bucket);
    /// What a screen reader says about the crosshair; empty without one.
    [[nodiscard]] QString cursorSentence() const;
    [[nodiscard]] int layerRenderings() const { return m_layer.renderings(); }
    [[nodiscard]] QSize sizeHint() const override { return {640, 260}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 170}; }

Q_SIGNALS:
    void cursorMoved(int bucket);
    /// A range was chosen: from the start of its first bucket to the end of its last.
    void rangeChosen(const QDateTime &from, const QDateTime &to);
    /// What is behind one bucket is asked for: Enter at the crosshair, or a double click.
    void bucketActivated(const QDateTime &from, const QDateTime &to);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void moveBy(int step, bool extend);
    void chooseRange();
    void activateBucket(int bucket);
    void paintCard(QPainter &painter, const Theme &theme) const;

    ChartData m_data;
    ChartLayer m_layer;
    int m_cursor = -1;
    int m_anchor = -1; ///< other end of the range, -1: none
    bool m_dragging = false;
    bool m_byKeyboard = false;
};

} // namespace pc::views
