// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/themed_test.h"
#include "tests/views/time/time_samples.h"
#include "views/time/time_strip.h"

#include <QSignalSpy>
#include <QWheelEvent>

namespace pc::test {

using models::TimeSpan;
using views::Counted;
using views::StripMark;
using views::TimeStrip;

/// A shown strip with its keyboard, 810 wide: 800 for the bars.
class StripFixture
{
public:
    explicit StripFixture(const TimeHistogram &histogram = callsByMinute(), Counted counted = Counted::Calls)
        : strip(counted), chosen(&strip, &TimeStrip::spanChosen),
          previewed(&strip, &TimeStrip::spanPreviewed), placed(&strip, &TimeStrip::placeRequested),
          zoomed(&strip, &TimeStrip::zoomRequested), activated(&strip, &TimeStrip::markActivated)
    {
        strip.setHistogram(histogram);
        strip.resize(810, strip.sizeHint().height());
        strip.show();
        (void)QTest::qWaitForWindowActive(&strip);
        strip.setFocus(Qt::OtherFocusReason);
    }

    [[nodiscard]] QPoint bar(const QDateTime &at) const
    {
        return {qRound(strip.parts().xOf(at)), qRound(strip.parts().bars().center().y())};
    }
    [[nodiscard]] QPoint axis(const QDateTime &at) const
    {
        return {qRound(strip.parts().xOf(at)), qRound(strip.parts().track().center().y())};
    }
    void press(const QPoint &at) { QTest::mousePress(&strip, Qt::LeftButton, {}, at); }
    void moveTo(const QPoint &at)
    {
        QMouseEvent event(QEvent::MouseMove, at, strip.mapToGlobal(QPointF(at)), Qt::NoButton, Qt::LeftButton,
                          {});
        QApplication::sendEvent(&strip, &event);
    }
    void hover(const QPoint &at)
    {
        QMouseEvent event(QEvent::MouseMove, at, strip.mapToGlobal(QPointF(at)), Qt::NoButton, Qt::NoButton,
                          {});
        QApplication::sendEvent(&strip, &event);
    }
    void release(const QPoint &at) { QTest::mouseRelease(&strip, Qt::LeftButton, {}, at); }
    void drag(const QPoint &from, const QPoint &to)
    {
        press(from);
        moveTo(from + (to - from) / 2);
        moveTo(to);
        release(to);
    }
    void wheel(const QPoint &at, const QPoint &turn, Qt::KeyboardModifiers keys = {})
    {
        QWheelEvent event(at, strip.mapToGlobal(QPointF(at)), {}, turn, Qt::NoButton, keys, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(&strip, &event);
        QVERIFY(event.isAccepted());
    }
    [[nodiscard]] static TimeSpan last(const QSignalSpy &spy) { return spy.last().first().value<TimeSpan>(); }
    [[nodiscard]] QImage picture() { return strip.grab().toImage(); }

    TimeStrip strip;
    QSignalSpy chosen;
    QSignalSpy previewed;
    QSignalSpy placed;
    QSignalSpy zoomed;
    QSignalSpy activated;
};

inline QList<StripMark> someMarks()
{
    return {{QStringLiteral("evt_2"), friday(14, 20), QStringLiteral("14:20 secret rotated · ops-1"),
             QStringLiteral("Secret rotated\nby ops-1 <b>")},
            {QStringLiteral("evt_1"), friday(12, 1), QStringLiteral("12:01 grant changed · ops-2"), {}}};
}

} // namespace pc::test
