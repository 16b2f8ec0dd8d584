// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/time/strip_fixture.h"

#include <QHelpEvent>
#include <QShortcut>
#include <QStyleHints>
#include <QToolTip>

#include <cmath>

using namespace pc;
using namespace pc::views;
using namespace pc::test;
using namespace Qt::StringLiterals;

/// What a person does with the strip of a page, by pointer and keyboard.
class TimeStripTest final : public QObject
{
    Q_OBJECT
public:
    explicit TimeStripTest(ThemeController &theme) : m_theme(theme) {}

private Q_SLOTS:
    void init() { failOnPaintWarnings(); }
    void cleanup()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QLocale::setDefault(QLocale(QLocale::English));
        m_theme.setAppearance(Appearance::Light);
        m_theme.setTextPercent(100);
    }

    void aDragSelectsWholeBars()
    {
        StripFixture f;
        f.press(f.bar(friday(14, 0, 30)));
        f.moveTo(f.bar(friday(14, 4)));
        QVERIFY(f.chosen.isEmpty());
        f.moveTo(f.bar(friday(14, 9, 20)));
        QCOMPARE(f.last(f.previewed), (TimeSpan{friday(14), friday(14, 10)}));
        QCOMPARE(f.strip.caption(), u"27 Nov 14:00 to 14:10 UTC: 70 call(s) in 10 min"_s);
        f.release(f.bar(friday(14, 9, 20)));
        QCOMPARE(f.chosen.size(), 1);
        QCOMPARE(f.last(f.chosen), (TimeSpan{friday(14), friday(14, 10)}));
        QCOMPARE(f.strip.shownSelection(), f.last(f.chosen));
        // Backwards it is the same.
        f.drag(f.bar(friday(13, 30, 30)), f.bar(friday(13, 20, 30)));
        QCOMPARE(f.last(f.chosen), (TimeSpan{friday(13, 20), friday(13, 31)}));
        // Beyond the end is the end.
        f.drag(f.bar(friday(14, 30, 30)), QPoint(2000, 60));
        QCOMPARE(f.last(f.chosen), (TimeSpan{friday(14, 30), friday(14, 40)}));
    }

    void escGivesADragUp()
    {
        StripFixture f;
        const TimeSpan before{friday(12), friday(12, 30)};
        f.strip.setSelection(before);
        f.press(f.bar(friday(14)));
        f.moveTo(f.bar(friday(14, 10)));
        QTest::keyClick(&f.strip, Qt::Key_Escape);
        QCOMPARE(f.last(f.previewed), before);
        QCOMPARE(f.strip.shownSelection(), before);
        f.moveTo(f.bar(friday(14, 20)));
        f.release(f.bar(friday(14, 20)));
        QVERIFY(f.chosen.isEmpty());
    }

    void aClickSelectsABarUnlessItIsADoubleClick()
    {
        StripFixture f;
        QTest::mouseClick(&f.strip, Qt::LeftButton, {}, f.bar(friday(14, 3, 30)));
        QVERIFY(f.chosen.isEmpty());
        QTRY_COMPARE(f.chosen.size(), 1);
        QCOMPARE(f.last(f.chosen), (TimeSpan{friday(14, 3), friday(14, 4)}));

        f.chosen.clear();
        const QPoint at = f.bar(friday(13));
        QTest::mouseClick(&f.strip, Qt::LeftButton, {}, at);
        QTest::mouseDClick(&f.strip, Qt::LeftButton, {}, at);
        QCOMPARE(f.zoomed.size(), 1);
        QVERIFY(f.last(f.zoomed).isAll());
        QCOMPARE(f.last(f.previewed), (TimeSpan{friday(14, 3), friday(14, 4)})); // as it was
        QTest::qWait(QApplication::styleHints()->mouseDoubleClickInterval() + 50);
        QVERIFY(f.chosen.isEmpty());
    }

    void handlesResize()
    {
        StripFixture f;
        const TimeSpan odd{friday(14, 0, 17), friday(14, 10)};
        f.strip.setSelection(odd);
        f.hover(f.bar(odd.to));
        QCOMPARE(f.strip.cursor().shape(), Qt::SizeHorCursor);
        f.drag(f.bar(odd.to), f.bar(friday(14, 20, 10)));
        // The end that moves snaps to the nearest edge; the other one stays where it is, to the second.
        QCOMPARE(f.last(f.chosen), (TimeSpan{odd.from, friday(14, 20)}));
        f.drag(f.bar(odd.from), f.bar(friday(13, 49, 50)));
        QCOMPARE(f.last(f.chosen), (TimeSpan{friday(13, 50), friday(14, 20)}));
        // Past the other end they change places.
        f.drag(f.bar(friday(13, 50)), f.bar(friday(14, 30)));
        QCOMPARE(f.last(f.chosen), (TimeSpan{friday(14, 20), friday(14, 30)}));
        // Never less than a bar.
        f.drag(f.bar(friday(14, 30)), f.bar(friday(14, 20)));
        QCOMPARE(f.last(f.chosen), (TimeSpan{friday(14, 20), friday(14, 21)}));
        // An open end stays open.
        f.strip.setSelection({friday(13), {}});
        f.drag(f.bar(friday(13)), f.bar(friday(12, 30)));
        QCOMPARE(f.last(f.chosen), (TimeSpan{friday(12, 30), {}}));
    }

    void keysMoveAndResizeByBars()
    {
        StripFixture f;
        f.strip.setSelection({friday(14), friday(14, 10)});
        QTest::keyClick(&f.strip, Qt::Key_Right);
        QCOMPARE(f.last(f.previewed), (TimeSpan{friday(14, 1), friday(14, 11)}));
        QTest::keyClick(&f.strip, Qt::Key_Left);
        QTest::keyClick(&f.strip, Qt::Key_Left);
        QCOMPARE(f.last(f.previewed), (TimeSpan{friday(13, 59), friday(14, 9)}));
        QTest::keyClick(&f.strip, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(f.last(f.previewed), (TimeSpan{friday(13, 59), friday(14, 10)}));
        QTest::keyClick(&f.strip, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(f.last(f.previewed), (TimeSpan{friday(14, 9), friday(14, 20)}));
        QTest::keyClick(&f.strip, Qt::Key_End);
        QCOMPARE(f.last(f.previewed), (TimeSpan{friday(14, 29), friday(14, 40)}));
        QTest::keyClick(&f.strip, Qt::Key_Right);
        QCOMPARE(f.last(f.previewed), (TimeSpan{friday(14, 29), friday(14, 40)})); // it is the last
        QTest::keyClick(&f.strip, Qt::Key_Home);
        QCOMPARE(f.last(f.previewed), (TimeSpan{friday(11, 40), friday(11, 51)}));
        QTest::keyClick(&f.strip, Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(f.last(f.previewed), (TimeSpan{friday(11, 40), friday(14, 40)}));
        QVERIFY(f.chosen.isEmpty());
        QTest::keyClick(&f.strip, Qt::Key_Return);
        QCOMPARE(f.chosen.size(), 1);
        QCOMPARE(f.last(f.chosen), (TimeSpan{friday(11, 40), friday(14, 40)}));
        QTest::keyClick(&f.strip, Qt::Key_Return);
        QCOMPARE(f.chosen.size(), 1); // nothing is being chosen any more
    }

    void keysBeginWithTheLastBarAndEscGivesUp()
    {
        StripFixture f;
        QTest::keyClick(&f.strip, Qt::Key_Left);
        QCOMPARE(f.last(f.previewed), (TimeSpan{friday(14, 39), friday(14, 40)}));
        QTest::keyClick(&f.strip, Qt::Key_Left);
        QCOMPARE(f.last(f.previewed), (TimeSpan{friday(14, 38), friday(14, 39)}));
        QTest::keyClick(&f.strip, Qt::Key_Escape);
        QVERIFY(f.last(f.previewed).isAll());
        QVERIFY(f.chosen.isEmpty());
    }

    /// Esc is the page's again when there is nothing to give up, and Alt+Left goes back in every case.
    void keysThatAreNotNeededGoOn()
    {
        QWidget window;
        auto *strip = new TimeStrip(Counted::Calls, &window);
        strip->setHistogram(callsByMinute());
        QShortcut esc(QKeySequence(Qt::Key_Escape), &window);
        QShortcut back(QKeySequence(Qt::ALT | Qt::Key_Left), &window);
        QShortcut left(QKeySequence(Qt::Key_Left), &window);
        QSignalSpy escaped(&esc, &QShortcut::activated);
        QSignalSpy went(&back, &QShortcut::activated);
        QSignalSpy moved(&left, &QShortcut::activated);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        strip->setFocus();
        QTest::keyClick(strip, Qt::Key_Left);
        QVERIFY(moved.isEmpty());
        QTest::keyClick(strip, Qt::Key_Escape);
        QVERIFY(escaped.isEmpty());
        QTest::keyClick(strip, Qt::Key_Escape);
        QCOMPARE(escaped.size(), 1);
        QTest::keyClick(strip, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(went.size(), 1);
    }

    void theWheelZoomsAroundThePointer()
    {
        StripFixture f;
        const QPoint at = f.bar(friday(14));
        f.wheel(at, {0, 120});
        f.wheel(at, {0, 120});
        QVERIFY(std::abs(f.strip.parts().xOf(friday(14)) - at.x()) < 1.0);
        const TimeSpan seen = f.strip.shownRange();
        QVERIFY(std::abs(double(*seen.milliseconds()) - 3 * 3600e3 * 0.64) < 5.0);
        QVERIFY(f.zoomed.isEmpty()); // one question for a turn of the wheel
        QTRY_COMPARE(f.zoomed.size(), 1);
        QCOMPARE(f.last(f.zoomed), seen);
        // The answer is shown; one to an older question is not, while the wheel turns on.
        TimeHistogram answer = callsByMinute();
        answer.from = seen.from;
        answer.to = seen.to;
        f.strip.setHistogram(answer);
        QCOMPARE(f.strip.shownRange(), seen);
        f.wheel(at, {0, -120});
        const TimeSpan wider = f.strip.shownRange();
        QVERIFY(*wider.milliseconds() > *seen.milliseconds());
        f.strip.setHistogram(answer);
        QCOMPARE(f.strip.shownRange(), wider);
        QTRY_COMPARE(f.zoomed.size(), 2);
        // Sideways it moves, as Shift does.
        f.wheel(at, {120, 0});
        QVERIFY(f.strip.shownRange().from < wider.from);
        QCOMPARE(*f.strip.shownRange().milliseconds(), *wider.milliseconds());
        f.wheel(at, {0, -120}, Qt::ShiftModifier);
        QCOMPARE(f.strip.shownRange(), wider);
    }

    void keysZoomToo()
    {
        StripFixture f;
        f.strip.setSelection({friday(14), friday(14, 10)});
        QTest::keyClick(&f.strip, Qt::Key_Plus);
        QVERIFY(*f.strip.shownRange().milliseconds() < 3 * 3600e3);
        QVERIFY(f.strip.shownRange().contains(friday(14, 5)));
        QTest::keyClick(&f.strip, Qt::Key_Minus);
        QVERIFY(std::abs(double(*f.strip.shownRange().milliseconds()) - 3 * 3600e3) < 5.0);
        QTest::keyClick(&f.strip, Qt::Key_0);
        QVERIFY(f.last(f.zoomed).isAll());
    }

    void theBarOfTheRowsIsDragged()
    {
        StripFixture f;
        f.strip.setShown(friday(14, 10), friday(14)); // newest first
        const QPoint hold = f.axis(friday(14, 5));
        f.press(hold);
        QVERIFY(f.placed.isEmpty()); // taken, not clicked beside
        f.moveTo(f.axis(friday(13)));
        QTRY_VERIFY(!f.placed.isEmpty());
        QVERIFY(std::abs(f.placed.last().first().toDateTime().secsTo(friday(13))) < 20);
        const TimeSpan held = f.strip.shownRows();
        QCOMPARE(*held.milliseconds(), 600'000);
        f.strip.setShown(friday(11, 50), friday(12)); // rows that come in the meantime
        QCOMPARE(f.strip.shownRows(), held);          // do not take it out of the hand
        for (int minute = 0; minute <= 30; ++minute)
            f.moveTo(f.axis(friday(13, minute)));
        const auto before = f.placed.size();
        f.release(f.axis(friday(13, 30)));
        // What was asked for last is what was let go; what came too fast in between is not asked for.
        QVERIFY(f.placed.size() <= before + 1);
        QVERIFY(f.placed.size() < 20);
        QVERIFY(std::abs(f.placed.last().first().toDateTime().secsTo(friday(13, 30))) < 20);
        QVERIFY(f.chosen.isEmpty());
    }

    void aClickOnTheAxisGoesThere()
    {
        StripFixture f;
        f.strip.setShown(friday(14), friday(14, 10));
        QTest::mouseClick(&f.strip, Qt::LeftButton, {}, f.axis(friday(12, 30)));
        QCOMPARE(f.placed.size(), 1);
        QVERIFY(std::abs(f.placed.last().first().toDateTime().secsTo(friday(12, 30))) < 20);
        QVERIFY(f.chosen.isEmpty() && f.zoomed.isEmpty());
    }

    void marksAreActivated()
    {
        StripFixture f;
        f.strip.setMarks(someMarks());
        const StripMarks &marks = f.strip.marks();
        QCOMPARE(marks.marks().constFirst().id, u"evt_1"_s); // by time
        QTest::mouseClick(&f.strip, Qt::LeftButton, {}, marks.diamond(0).toPoint());
        QCOMPARE(f.activated.last().first().toString(), u"evt_1"_s);
        QTest::mouseClick(&f.strip, Qt::LeftButton, {}, marks.rect(1).center().toPoint()); // its words
        QCOMPARE(f.activated.last().first().toString(), u"evt_2"_s);
        QTest::keyClick(&f.strip, Qt::Key_Down);
        QCOMPARE(f.strip.cursorSentence(), u"12:01 grant changed · ops-2"_s);
        QTest::keyClick(&f.strip, Qt::Key_Down);
        QTest::keyClick(&f.strip, Qt::Key_Down);
        QTest::keyClick(&f.strip, Qt::Key_Enter);
        QCOMPARE(f.activated.last().first().toString(), u"evt_2"_s);
        QCOMPARE(f.activated.size(), 3);
        QTest::keyClick(&f.strip, Qt::Key_Up);
        QTest::keyClick(&f.strip, Qt::Key_Return);
        QCOMPARE(f.activated.last().first().toString(), u"evt_1"_s);
        QVERIFY(f.chosen.isEmpty());
        // A press that slides off is none.
        f.press(marks.diamond(0).toPoint());
        f.release(f.bar(friday(14)));
        QCOMPARE(f.activated.size(), 4);
    }

    void toolTipsSayAll()
    {
        StripFixture f;
        TimeHistogram histogram = callsByMinute();
        histogram.countedFrom = friday(11, 50);
        histogram.keptSince = friday(13);
        f.strip.setHistogram(histogram);
        f.strip.setMarks(someMarks());
        const auto toolTip = [&f](const QPoint &at) {
            QToolTip::hideText();
            QHelpEvent event(QEvent::ToolTip, at, f.strip.mapToGlobal(at));
            QApplication::sendEvent(&f.strip, &event);
            return QToolTip::text();
        };
        const QString mark = toolTip(f.strip.marks().diamond(1).toPoint());
        QVERIFY2(mark.contains(u"by ops-1 &lt;b&gt;"_s), qPrintable(mark)); // as it is written, no markup
        QVERIFY(toolTip(f.bar(friday(11, 45))).contains(u"Not counted before Fri 27 Nov 11:50 UTC"_s));
        QVERIFY(toolTip(f.bar(friday(13))).contains(u"Kept one by one since Fri 27 Nov 13:00 UTC"_s));
        (void)toolTip(f.bar(friday(14)));
        QTRY_VERIFY(!QToolTip::isVisible());
    }

    void whatIsUnderThePointerIsSaid()
    {
        StripFixture f;
        QCOMPARE(f.strip.caption(), u"Fri 27 Nov, 1 min per bar, highest 100 call(s)"_s);
        f.hover(f.bar(friday(14, 0, 30)));
        QCOMPARE(f.strip.caption(), u"27 Nov 14:00 to 14:01 UTC: 100 call(s), 7 refused"_s);
        f.hover(f.axis(friday(14)));
        QCOMPARE(f.strip.caption(), u"Fri 27 Nov, 1 min per bar, highest 100 call(s)"_s);
        f.strip.setZone(QTimeZone("Europe/Berlin"));
        f.hover(f.bar(friday(14, 0, 30)));
        QCOMPARE(f.strip.caption(), u"27 Nov 15:00 to 15:01 Berlin: 100 call(s), 7 refused"_s);
    }

private:
    ThemeController &m_theme;
};

PC_THEMED_TEST_MAIN(TimeStripTest)
#include "tst_time_strip.moc"
