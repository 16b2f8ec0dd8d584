// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/time_histogram.h"
#include "models/time/time_frame.h"
#include "views/time/counted.h"
#include "views/time/strip_choice.h"
#include "views/time/strip_layer.h"
#include "views/time/strip_marks.h"
#include "views/time/strip_zoom.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <optional>

class QPushButton;

namespace pc::views {

struct StripScene;

/// What a time strip shows and says: bars, the selection in blue, marks, the rows on screen, and one line of
/// words above. TimeStrip adds what a person does with it.
class StripDisplay : public QWidget
{
    Q_OBJECT
public:
    /// What was asked of the service. Neither state moves anything; what was shown stays.
    enum class State { Ready, Loading, Failed };

    explicit StripDisplay(Counted counted, QWidget *parent = nullptr);
    ~StripDisplay() override;

    [[nodiscard]] const TimeHistogram &histogram() const { return m_layer.histogram(); }
    void setState(State state);
    /// By whose clocks the axis and the words are.
    void setZone(const QTimeZone &zone);
    [[nodiscard]] const models::TimeSpan &selection() const { return m_selection; }
    /// A span that somebody types elsewhere; none shows the selection again.
    void setPreview(const std::optional<models::TimeSpan> &span);
    void setMarks(const QList<StripMark> &marks);
    /// Keeps the row of the marks free, whether there are some or not.
    void setHasMarkRow(bool has);
    /// A page's own widget instead of the legend or the hint at the right top; owned by the strip.
    void setCorner(QWidget *corner);

    /// What is marked as selected now: what is being chosen, else the preview, else the selection.
    [[nodiscard]] models::TimeSpan shownSelection() const;
    /// The part of time that the bars are drawn over; while a zoom waits for its answer that of the zoom.
    [[nodiscard]] const models::TimeSpan &shownRange() const { return m_zoom.range(); }
    /// The rows on screen, as far as they are known; where a person drags them to while they do.
    [[nodiscard]] const models::TimeSpan &shownRows() const { return m_shown; }
    /// What a screen reader says: the bar or mark at the keyboard or pointer; empty without one.
    [[nodiscard]] QString cursorSentence() const;
    /// The line above the bars.
    [[nodiscard]] QString caption() const;
    [[nodiscard]] const StripGeometry &parts() const { return m_geometry; }
    [[nodiscard]] const StripMarks &marks() const { return m_marks; }
    [[nodiscard]] int layerRenderings() const { return m_layer.renderings(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void retryRequested();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

    void setHistogram(const TimeHistogram &histogram);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] models::TimeFrame frame() const;
    /// The bar under pointer or keyboard, -1 for none; it is said.
    void setBar(qsizetype bar);
    /// Tells assistive technology what the cursor is at.
    void tell();

    StripZoom m_zoom;
    StripMarks m_marks;
    StripChoice m_choice;
    StripGeometry m_geometry;
    models::TimeSpan m_selection;
    models::TimeSpan m_shown; ///< the rows on screen
    qsizetype m_bar = -1;
    qsizetype m_mark = -1; ///< at the keyboard

private:
    [[nodiscard]] StripScene scene() const;
    void layOut();
    void showToolTip(const QPoint &at, const QPoint &globalAt);

    Counted m_counted;
    StripLayer m_layer;
    std::optional<models::TimeSpan> m_preview;
    State m_state = State::Ready;
    bool m_hasMarkRow = false;
    QPointer<QWidget> m_corner;
    QPushButton *m_retry;
    QTimer m_working;
};

} // namespace pc::views
