// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/themed_test.h"
#include "tests/views/time/time_samples.h"
#include "views/time/time_scroll_bar.h"
#include "views/widgets/label.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QStyleOptionSlider>
#include <QWheelEvent>

#include <cmath>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;

namespace {

/// What rolls.
class RolledWidget final : public QWidget
{
public:
    int rolled = 0;

protected:
    void wheelEvent(QWheelEvent *event) override
    {
        ++rolled;
        event->accept();
    }
};

} // namespace

/// The scroll bar that stands for the whole result.
class TimeScrollBarTest final : public QObject
{
    Q_OBJECT
public:
    explicit TimeScrollBarTest(ThemeController &) {}

private:
    [[nodiscard]] static QRect thumbOf(const QScrollBar &bar)
    {
        QStyleOptionSlider option;
        option.initFrom(&bar);
        option.orientation = Qt::Vertical;
        option.minimum = bar.minimum();
        option.maximum = bar.maximum();
        option.pageStep = bar.pageStep();
        option.sliderPosition = bar.sliderPosition();
        option.sliderValue = bar.value();
        return bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, &bar);
    }

private Q_SLOTS:
    void init() { test::failOnPaintWarnings(); }

    void itStandsForTheWholeList()
    {
        RolledWidget table;
        TimeScrollBar bar(&table);
        bar.resize(10, 500);
        bar.show();
        QSignalSpy wanted(&bar, &TimeScrollBar::placeRequested);
        bar.setPlace(0.5, 0.1);
        QVERIFY(std::abs(bar.place() - 0.5) < 1e-5);
        QVERIFY(std::abs(thumbOf(bar).height() - 50) <= 1);
        QVERIFY(std::abs(thumbOf(bar).center().y() - 250) <= 2);
        bar.setPlace(1, 30.0 / 10'000'000); // thirty rows of ten million
        QCOMPARE(bar.place(), 1.0);
        QVERIFY(std::abs(thumbOf(bar).bottom() - bar.rect().bottom()) <= 1);
        QCOMPARE(thumbOf(bar).height(), 32); // it can be taken
        bar.setPlace(0, 1);                  // all of it is seen
        QCOMPARE(bar.maximum(), 0);
        bar.setPlace(-3, 2);
        bar.setPlace(std::nan(""), 0.5);
        QVERIFY(bar.place() >= 0 && bar.place() <= 1);
        QVERIFY(wanted.isEmpty()); // nobody asked for anything
        QVERIFY(!bar.grab().isNull());
    }

    void aDragAsksAsOftenAsItCanBeFollowed()
    {
        RolledWidget table;
        TimeScrollBar bar(&table);
        bar.resize(10, 500);
        bar.setPlace(0, 0.01);
        bar.setLabelText([](double fraction) { return u"at %1"_s.arg(qRound(fraction * 100)); });
        bar.show();
        QSignalSpy wanted(&bar, &TimeScrollBar::placeRequested);
        const QPoint thumb = thumbOf(bar).center();
        QTest::mousePress(&bar, Qt::LeftButton, {}, thumb);
        QVERIFY(!bar.dragLabel()->isVisible());
        const auto moveTo = [&bar](int y) {
            QMouseEvent event(QEvent::MouseMove, QPointF(5, y), bar.mapToGlobal(QPointF(5, y)), Qt::NoButton,
                              Qt::LeftButton, {});
            QApplication::sendEvent(&bar, &event);
        };
        for (int y = thumb.y(); y <= 250; ++y)
            moveTo(y);
        QVERIFY(wanted.size() >= 1 && wanted.size() < 100);
        QVERIFY(bar.dragLabel()->isVisible());
        QCOMPARE(bar.dragLabel()->text(), u"at %1"_s.arg(qRound(bar.place() * 100)));
        const double before = bar.place();
        bar.setPlace(0.9, 0.01); // rows that come in the meantime do not take it out of the hand
        QCOMPARE(bar.place(), before);
        QTest::mouseRelease(&bar, Qt::LeftButton, {}, QPoint(5, 250));
        QVERIFY(!bar.dragLabel()->isVisible());
        // The last word is the place where it was let go.
        QVERIFY(std::abs(wanted.last().first().toDouble() - bar.place()) < 1e-6);
        QVERIFY(std::abs(bar.place() - 0.5) < 0.05);
    }

    void aClickBesideGoesByAPage()
    {
        RolledWidget table;
        TimeScrollBar bar(&table);
        bar.resize(10, 500);
        bar.setPlace(0.5, 0.1);
        bar.show();
        QSignalSpy wanted(&bar, &TimeScrollBar::placeRequested);
        QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(5, 490));
        QVERIFY(!wanted.isEmpty());
        QVERIFY(std::abs(wanted.last().first().toDouble() - (0.5 + 0.1 / 0.9)) < 1e-4);
        QVERIFY(!bar.dragLabel()->isVisible());
    }

    void theWheelIsTheTables()
    {
        RolledWidget table;
        TimeScrollBar bar(&table);
        bar.resize(10, 500);
        bar.setPlace(0.5, 0.1);
        bar.show();
        QSignalSpy wanted(&bar, &TimeScrollBar::placeRequested);
        const QPointF at(5, 250);
        QWheelEvent roll(at, bar.mapToGlobal(at), {}, {0, -120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&bar, &roll);
        QCOMPARE(table.rolled, 1);
        QVERIFY(wanted.isEmpty());
        QVERIFY(std::abs(bar.place() - 0.5) < 1e-5);
        QCOMPARE(bar.focusPolicy(), Qt::NoFocus);
    }

    void isAScrollBarForAssistiveTechnology()
    {
        RolledWidget table;
        TimeScrollBar bar(&table);
        bar.setPlace(0.5, 0.1);
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&bar);
        QVERIFY(face);
        QCOMPARE(face->role(), QAccessible::ScrollBar);
        QCOMPARE(face->text(QAccessible::Name), u"Place in the whole list"_s);
        QVERIFY(face->valueInterface());
        QCOMPARE(face->valueInterface()->currentValue().toInt(), bar.value());
        // Set by it, the place is asked for.
        QSignalSpy wanted(&bar, &TimeScrollBar::placeRequested);
        face->valueInterface()->setCurrentValue(0);
        QCOMPARE(wanted.last().first().toDouble(), 0.0);
    }
};

PC_THEMED_TEST_MAIN(TimeScrollBarTest)
#include "tst_time_scroll_bar.moc"
