// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/time/strip_fixture.h"

#include <QAccessible>
#include <QPushButton>

using namespace pc;
using namespace pc::views;
using namespace pc::test;
using namespace Qt::StringLiterals;

namespace {

/// How many pixels of a part have exactly this colour.
int pixelsOf(const QImage &picture, const QRectF &part, const QColor &color)
{
    int found = 0;
    const QRect area = part.toRect().intersected(picture.rect());
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            found += picture.pixelColor(x, y) == color ? 1 : 0;
    return found;
}

} // namespace

/// What a person sees and hears of the strip of a page.
class TimeStripDrawnTest final : public QObject
{
    Q_OBJECT
public:
    explicit TimeStripDrawnTest(ThemeController &theme) : m_theme(theme) {}

private Q_SLOTS:
    void init() { failOnPaintWarnings(); }
    void cleanup()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QLocale::setDefault(QLocale(QLocale::English));
        m_theme.setAppearance(Appearance::Light);
        m_theme.setTextPercent(100);
    }

    void barsSayWhatTheyAreNot()
    {
        TimeHistogram histogram = eventsByDay();
        histogram.countedFrom = histogram.from.addDays(10);
        histogram.keptSince = histogram.from.addDays(20);
        histogram.asOf = histogram.to.addSecs(-3600);
        StripFixture f(histogram, Counted::Events);
        const auto said = [&f, &histogram](int day) {
            f.hover(f.bar(histogram.startOf(day).addSecs(40'000)));
            return f.strip.caption();
        };
        QCOMPARE(said(9), u"Sat 29 Aug UTC: not counted"_s);
        QCOMPARE(said(10), u"Sun 30 Aug UTC: 1,100 event(s), from roll-ups"_s);
        QCOMPARE(said(20), u"Wed 9 Sept UTC: 1,200 event(s)"_s.replace(
                               u"Sept"_s, QLocale().monthName(9, QLocale::ShortFormat)));
        QCOMPARE(said(99), u"Fri 27 Nov UTC: 1,990 event(s), so far"_s);
        f.hover({});
        QCOMPARE(f.strip.caption(), u"1 day(s) per bar, highest 1,990 event(s)"_s);
    }

    /// Nothing is not unknown: one is empty, the other hatched.
    void theUncountedIsHatched()
    {
        TimeHistogram nothing = eventsByDay();
        nothing.matching.fill(0, 50);
        nothing.matching.append(QList<qint64>(50, 1000));
        StripFixture empty(nothing, Counted::Events);
        TimeHistogram unknown = nothing;
        unknown.countedFrom = unknown.from.addDays(50);
        StripFixture hatched(unknown, Counted::Events);
        const QRectF half = empty.strip.parts().spanRect({{}, unknown.countedFrom}).adjusted(2, 2, -4, -4);
        const QColor ground = empty.picture().pixelColor(half.center().toPoint());
        const int all = int(half.toRect().width() + 1) * (half.toRect().height() + 1);
        QVERIFY(pixelsOf(empty.picture(), half, ground) > all * 95 / 100);
        QVERIFY(pixelsOf(hatched.picture(), half, ground) < all * 95 / 100);
    }

    void theRunningBarIsLighter()
    {
        TimeHistogram over = eventsByDay();
        over.matching.fill(1000, 100);
        TimeHistogram running = over;
        running.asOf = running.to.addSecs(-3600);
        StripFixture done(over, Counted::Events);
        StripFixture goesOn(running, Counted::Events);
        const QPoint last = done.bar(over.to.addSecs(-43'200));
        const QPoint before = done.bar(over.to.addSecs(-43'200 - 86'400));
        QCOMPARE(goesOn.picture().pixelColor(before), done.picture().pixelColor(before));
        QVERIFY(goesOn.picture().pixelColor(last).lightness() > done.picture().pixelColor(last).lightness());
    }

    void colourMarksSelectionAndRefusals()
    {
        StripFixture f;
        const Tokens &tokens = Tokens::of(&f.strip);
        const QRectF all = f.strip.parts().bars();
        QCOMPARE(pixelsOf(f.picture(), all, tokens.served), 0);
        const QRectF refused = f.strip.parts().spanRect({friday(14), friday(14, 10)});
        QVERIFY(pixelsOf(f.picture(), refused, tokens.errors) > 20);
        QCOMPARE(pixelsOf(f.picture(), all, tokens.errors), pixelsOf(f.picture(), refused, tokens.errors));
        f.strip.setSelection({friday(13), friday(13, 30)});
        const QRectF selected = f.strip.parts().spanRect(f.strip.selection());
        QVERIFY(pixelsOf(f.picture(), selected, tokens.served) > selected.width() * 10);
        QVERIFY(pixelsOf(f.picture(), refused, tokens.served) == 0);
        // Beyond what is shown nothing is marked.
        f.strip.setSelection({friday(16), friday(17)});
        QCOMPARE(pixelsOf(f.picture(), all, tokens.served), 0);
        f.strip.setSelection({friday(13), friday(13, 30)});
        // What somebody types elsewhere is shown until they stop.
        f.strip.setPreview(TimeSpan{friday(12), friday(12, 30)});
        QVERIFY(pixelsOf(f.picture(), selected, tokens.served) == 0);
        f.strip.setPreview(std::nullopt);
        QVERIFY(pixelsOf(f.picture(), selected, tokens.served) > selected.width() * 10);
    }

    void aMovingPointerRendersNoBars()
    {
        StripFixture f;
        (void)f.picture();
        const int before = f.strip.layerRenderings();
        f.press(f.bar(friday(12)));
        for (int minute = 0; minute < 60; ++minute) {
            f.moveTo(f.bar(friday(12, minute)));
            (void)f.picture();
        }
        f.release(f.bar(friday(13)));
        f.strip.setShown(friday(12), friday(12, 5));
        (void)f.picture();
        QCOMPARE(f.strip.layerRenderings(), before);
        m_theme.setAppearance(Appearance::Dark);
        (void)f.picture();
        QCOMPARE(f.strip.layerRenderings(), before + 1);
    }

    /// Counts that come in the middle of a drag wait until it ends.
    void barsStayUnderADrag()
    {
        StripFixture f;
        f.press(f.bar(friday(14, 0, 30)));
        f.moveTo(f.bar(friday(14, 5)));
        TimeHistogram later = callsByMinute();
        later.from = later.from.addSecs(600);
        later.to = later.to.addSecs(600);
        f.strip.setHistogram(later);
        QCOMPARE(f.strip.shownRange().from, friday(11, 40));
        f.moveTo(f.bar(friday(14, 9, 30)));
        f.release(f.bar(friday(14, 9, 30)));
        QCOMPARE(f.last(f.chosen), (TimeSpan{friday(14), friday(14, 10)}));
        QCOMPARE(f.strip.shownRange().from, friday(11, 50));
    }

    void waitingAndFailingMoveNothing()
    {
        StripFixture f;
        const QSize size = f.strip.sizeHint();
        const QRectF bars = f.strip.parts().bars();
        const QString caption = f.strip.caption();
        f.strip.setState(TimeStrip::State::Loading);
        QCOMPARE(f.strip.caption(), caption); // what was shown stays
        f.strip.setState(TimeStrip::State::Failed);
        QCOMPARE(f.strip.sizeHint(), size);
        QCOMPARE(f.strip.parts().bars(), bars);
        QCOMPARE(f.strip.caption(), u"The calls could not be counted."_s);
        auto *retry = f.strip.findChild<QPushButton *>(u"stripRetry"_s);
        QVERIFY(retry->isVisible() && f.strip.rect().contains(retry->geometry()));
        QSignalSpy asked(&f.strip, &StripDisplay::retryRequested);
        QTest::mouseClick(retry, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        // The bars can be used all the same.
        f.drag(f.bar(friday(14, 0, 30)), f.bar(friday(14, 4, 30)));
        QCOMPARE(f.last(f.chosen), (TimeSpan{friday(14), friday(14, 5)}));
        f.strip.setHistogram(callsByMinute());
        QVERIFY(!retry->isVisible());
        f.hover({});
        QCOMPARE(f.strip.caption(), caption);

        StripFixture first(TimeHistogram(), Counted::Events);
        first.strip.setState(TimeStrip::State::Loading);
        QCOMPARE(first.strip.caption(), QString()); // nothing is said of a short wait
        QTRY_COMPARE(first.strip.caption(), u"Counting…"_s);
        first.drag({100, 50}, {300, 50});
        QTest::keyClick(&first.strip, Qt::Key_Left);
        first.wheel({100, 50}, {0, 120});
        QVERIFY(first.chosen.isEmpty() && first.previewed.isEmpty() && first.zoomed.isEmpty());
        TimeHistogram none = eventsByDay();
        none.matching.fill(0);
        first.strip.setHistogram(none);
        QCOMPARE(first.strip.caption(), u"No events in this time"_s);
    }

    /// Time runs left to right in every language; the words do not.
    void rightToLeftTurnsWordsOnly()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
        StripFixture f;
        QVERIFY(f.strip.isRightToLeft());
        QVERIFY(f.strip.parts().xOf(friday(12)) < f.strip.parts().xOf(friday(14)));
        f.strip.setSelection({friday(12), friday(12, 10)});
        QTest::keyClick(&f.strip, Qt::Key_Right);
        QCOMPARE(f.last(f.previewed), (TimeSpan{friday(12, 1), friday(12, 11)}));
        QTest::keyClick(&f.strip, Qt::Key_Escape);
        f.drag(f.bar(friday(13, 0, 30)), f.bar(friday(13, 4, 30)));
        QCOMPARE(f.last(f.chosen), (TimeSpan{friday(13), friday(13, 5)}));
        // The caption begins at the right.
        f.strip.setState(TimeStrip::State::Failed);
        const QRectF row = f.strip.parts().caption();
        const QColor bad = Tokens::of(&f.strip).bad.fg;
        const QRectF rightHalf(row.center().x(), row.top(), row.width() / 2, row.height());
        const QRectF middle(row.left() + row.width() / 4, row.top(), row.width() / 4, row.height());
        QVERIFY(pixelsOf(f.picture(), rightHalf, bad) > 0);
        QCOMPARE(pixelsOf(f.picture(), middle, bad), 0);
        QVERIFY(f.strip.findChild<QPushButton *>(u"stripRetry"_s)->geometry().center().x() < 200);
    }

    void everyLookIsPainted_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("percent");
        QTest::addColumn<int>("width");
        for (const bool dark : {false, true})
            for (const int percent : {90, 100, 130})
                for (const int width : {60, 240, 810, 3000})
                    QTest::addRow("%s %d %d", dark ? "dark" : "light", percent, width)
                        << dark << percent << width;
    }
    void everyLookIsPainted()
    {
        QFETCH(bool, dark);
        QFETCH(int, percent);
        QFETCH(int, width);
        m_theme.setAppearance(dark ? Appearance::Dark : Appearance::Light);
        m_theme.setTextPercent(percent);
        for (const Counted counted : {Counted::Events, Counted::Calls}) {
            StripFixture f(counted == Counted::Calls ? callsByMinute() : eventsByDay(), counted);
            f.strip.setMarks(someMarks());
            f.strip.resize(width, f.strip.sizeHint().height());
            f.strip.setSelection({friday(14), friday(14, 10)});
            f.strip.setShown(friday(14), friday(14, 2));
            const QImage picture = f.picture();
            QCOMPARE(picture.size(), f.strip.size());
            QVERIFY(f.strip.parts().labels().bottom() <= f.strip.height());
            QVERIFY(f.strip.parts().bars().height() >= 36);
            f.strip.setState(TimeStrip::State::Failed);
            (void)f.picture();
        }
    }

    void isAChartForAssistiveTechnology()
    {
        StripFixture f;
        f.strip.setMarks(someMarks());
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&f.strip);
        QVERIFY(face);
        QCOMPARE(face->role(), QAccessible::Chart);
        QCOMPARE(face->text(QAccessible::Name), u"Calls over time"_s);
        QCOMPARE(face->text(QAccessible::Value), f.strip.caption());
        f.strip.setSelection({friday(14), friday(14, 1)});
        f.strip.clearFocus();
        f.strip.setFocus(Qt::TabFocusReason);
        QCOMPARE(face->text(QAccessible::Value), u"27 Nov 14:00 to 14:01 UTC: 100 call(s), 7 refused"_s);
        face->actionInterface()->doAction(QAccessibleActionInterface::increaseAction());
        QCOMPARE(face->text(QAccessible::Value), u"27 Nov 14:01 to 14:02 UTC: 100 call(s), 7 refused"_s);
        face->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(f.last(f.chosen), (TimeSpan{friday(14, 1), friday(14, 2)}));
        QVERIFY(!face->text(QAccessible::Description).isEmpty());
    }

    void aPagesOwnCornerStandsThere()
    {
        StripFixture f;
        auto *corner = new QWidget;
        corner->setFixedSize(120, 16);
        f.strip.setCorner(corner);
        QCOMPARE(corner->parentWidget(), &f.strip);
        QVERIFY(corner->isVisible());
        QVERIFY(f.strip.parts().caption().toAlignedRect().adjusted(0, 0, 1, 1).contains(corner->geometry()));
        QCOMPARE(corner->geometry().right(), f.strip.parts().caption().toAlignedRect().right());
    }

private:
    ThemeController &m_theme;
};

PC_THEMED_TEST_MAIN(TimeStripDrawnTest)
#include "tst_time_strip_drawn.moc"
