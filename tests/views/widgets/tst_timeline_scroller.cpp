// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/base/long_list.h"
#include "tests/models/model_fixture.h"
#include "tests/views/themed_test.h"

#include "views/widgets/table_view.h"
#include "views/widgets/timeline_scroller.h"
#include "views/words/load_view.h"

#include <QBitArray>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QWheelEvent>

#include <malloc.h>

using namespace pc;
using namespace pc::test;
using namespace pc::views;
using namespace Qt::StringLiterals;
using models::TimelineModel;

namespace {

/// A table over a long list, as a page shows it.
struct LongTable
{
    ModelFixture fixture;
    LongList list;
    LongListModel model{list, fixture.feed};
    PcTableView view;
    TimelineScroller *scroller = nullptr;

    explicit LongTable(qint64 size = 250'000)
    {
        list.size = size;
        view.setDensity(Density::Dense);
        view.setKeyRole(models::IdRole);
        scroller = showRows(view, model);
        view.setColumns({{0, 100, 1, 0}, {1, 100, 1, 0}});
        view.resize(400, 600);
        view.show();
        model.open();
        spin();
    }
    static void spin() { ModelFixture::spin(); }

    [[nodiscard]] int rowHeight() const { return view.verticalHeader()->defaultSectionSize(); }
    [[nodiscard]] qint64 number(int row) const { return model.at(row).number; }
    [[nodiscard]] int topRow() const { return view.rowAt(0); }
    [[nodiscard]] int bottomRow() const
    {
        const int row = view.rowAt(view.viewport()->height() - 1);
        return row < 0 ? model.rowCount() - 1 : row;
    }
    /// Where the top of the viewport is in the whole list (newest first), in pixels.
    [[nodiscard]] qint64 place() const
    {
        return (list.size - 1 - number(topRow())) * rowHeight() - view.rowViewportPosition(topRow());
    }
    /// What is seen follows one upon the other.
    [[nodiscard]] bool isOnePiece() const
    {
        for (int row = topRow() + 1; row <= bottomRow(); ++row) {
            if (number(row) != number(row - 1) - 1)
                return false;
        }
        return topRow() >= 0;
    }
    void wheel(int notches)
    {
        const QPointF at(50, 50);
        QWheelEvent event(at, view.viewport()->mapToGlobal(at), {}, {0, -120 * notches}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view.viewport(), &event);
    }
    /// Wheels so many notches at a time until the row at the top has that number or is past it; `each` after
    /// every event.
    template <typename Each>
    void walkTo(qint64 target, int notches, Each each)
    {
        for (int stuck = 0; notches > 0 ? number(topRow()) > target : number(topRow()) < target;) {
            const qint64 before = place();
            wheel(notches);
            each();
            if (model.isBusy())
                spin();
            stuck = place() == before ? stuck + 1 : 0;
            if (stuck > 3)
                return;
        }
    }
    void walkTo(qint64 target, int notches)
    {
        walkTo(target, notches, [] {});
    }
    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        const QRect cell = view.visualRect(model.index(row, 0));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, cell.center());
    }
    [[nodiscard]] QSet<qint64> selected() const
    {
        QSet<qint64> numbers;
        for (const int row : view.selectedRowNumbers())
            numbers.insert(number(row));
        return numbers;
    }
    [[nodiscard]] qint64 current() const { return number(view.currentIndex().row()); }
};

} // namespace

/// A table over a part of a list is scrolled as if all of it was there.
class tst_timeline_scroller : public QObject
{
    Q_OBJECT
public:
    explicit tst_timeline_scroller(ThemeController &) {}

private Q_SLOTS:
    /// 100,000 rows down and up again: nothing is skipped, nothing comes twice, nothing jumps.
    void walksDownAndUp()
    {
        LongTable table;
        constexpr qint64 far = 100'000;
        table.click(5);
        table.click(7, Qt::ControlModifier);
        const qint64 current = table.current();
        const QSet<qint64> selected = table.selected();
        QCOMPARE(selected.size(), 2);
        QSignalSpy chosen(&table.view, &PcTableView::currentRowChanged);
        QBitArray seen(far + 1000);
        int jumps = 0;
        int pieces = 0;
        int tooMany = 0;
        qint64 last = table.place();
        const auto look = [&](int step) {
            // At most the step of the wheel, in its direction: less where the rows behind are on their way.
            const qint64 moved = table.place() - last;
            jumps += step > 0 ? moved < 0 || moved > step : moved > 0 || moved < step;
            pieces += table.isOnePiece() ? 0 : 1;
            tooMany += table.model.rowCount() > TimelineModel::mostRows ? 1 : 0;
            const qint64 at = table.place();
            if (table.model.isBusy())
                LongTable::spin(); // rows come and go: that moves nothing
            jumps += table.place() != at ? 1 : 0;
            last = table.place();
            for (int row = table.topRow(); row <= table.bottomRow(); ++row) {
                if (const qint64 depth = table.list.size - 1 - table.number(row); depth < seen.size())
                    seen.setBit(int(depth));
            }
        };
        constexpr int notches = 4;
        const int step = notches * QApplication::wheelScrollLines() * table.rowHeight();
        look(step);
        table.walkTo(table.list.size - far, notches, [&] { look(step); });
        QVERIFY(table.number(table.topRow()) <= table.list.size - far);
        QVERIFY(!table.model.isAtStart());
        QCOMPARE(seen.count(true), int(table.list.size - table.number(table.bottomRow())));
        seen.fill(false);
        look(step);
        table.walkTo(table.list.size, -notches, [&] { look(-step); });
        QCOMPARE(table.number(0), table.list.size - 1);
        QCOMPARE(table.view.verticalScrollBar()->value(), 0);
        int skipped = 0;
        for (int depth = 0; depth < int(far); ++depth)
            skipped += seen.testBit(depth) ? 0 : 1;
        QCOMPARE(skipped, 0);
        QCOMPARE(jumps, 0);
        QCOMPARE(pieces, 0);
        QCOMPARE(tooMany, 0);
        QCOMPARE(table.current(), current);
        QCOMPARE(table.selected(), selected);
        QCOMPARE(chosen.count(), 0); // nobody chose another row
    }

    /// However far one reads, there is no more than a window of it.
    void memoryStays()
    {
        LongTable table(10'000'000);
        const auto used = [] { return static_cast<qint64>(mallinfo2().uordblks); };
        table.walkTo(table.list.size - 12'000, 8);
        const qint64 before = used();
        table.walkTo(table.list.size - 60'000, 8);
        table.model.showAt(table.list.timeOf(1'000'000));
        LongTable::spin();
        table.walkTo(1'000'000 - 12'000, 8);
        const qint64 more = used() - before;
        QVERIFY2(more < 1'000'000, qPrintable(QString::number(more)));
    }

    /// By the keyboard: the current row goes on, page by page and row by row, and is always seen.
    void keysGoOn()
    {
        LongTable table;
        table.view.setFocus();
        table.click(0);
        qint64 last = table.current();
        const auto press = [&table, &last](Qt::Key key, int direction) {
            QTest::keyClick(&table.view, key);
            LongTable::spin();
            const qint64 moved = (last - table.current()) * direction;
            last = table.current();
            const QRect cell = table.view.visualRect(table.view.currentIndex());
            return moved > 0 && table.view.viewport()->rect().contains(cell) && table.isOnePiece() &&
                   table.view.selectedRowNumbers() == QList<int>{table.view.currentIndex().row()};
        };
        for (int i = 0; i < 900; ++i)
            QVERIFY(press(Qt::Key_PageDown, 1));
        QVERIFY(last < table.list.size - 15'000);
        for (int i = 0; i < 100; ++i)
            QVERIFY(press(Qt::Key_Down, 1));
        for (int i = 0; i < 100; ++i)
            QVERIFY(press(Qt::Key_Up, -1));
        for (int i = 0; i < 600; ++i)
            QVERIFY(press(Qt::Key_PageUp, -1));
    }

    /// The ends of the list, not of the part that is there.
    void homeAndEnd()
    {
        LongTable table;
        table.click(3);
        QTest::keyClick(&table.view, Qt::Key_End);
        LongTable::spin();
        QCOMPARE(table.current(), 0);
        QVERIFY(table.view.viewport()->rect().contains(table.view.visualRect(table.view.currentIndex())));
        QCOMPARE(table.selected(), QSet<qint64>{0});
        QCOMPARE(table.number(table.bottomRow()), 0);
        QTest::keyClick(&table.view, Qt::Key_Home, Qt::ControlModifier);
        LongTable::spin();
        QCOMPARE(table.current(), table.list.size - 1);
        QCOMPARE(table.view.verticalScrollBar()->value(), 0);
        const auto asked = table.model.asked.size();
        QTest::keyClick(&table.view, Qt::Key_Home); // is there
        QCOMPARE(table.model.asked.size(), asked);
        QCOMPARE(table.current(), table.list.size - 1);
    }

    /// The bar of the table itself, by its steps and by its thumb.
    void theBarGoesOn()
    {
        LongTable table;
        QScrollBar *bar = table.view.verticalScrollBar();
        qint64 last = table.place();
        for (int i = 0; i < 300; ++i) {
            bar->triggerAction(i % 2 == 0 ? QAbstractSlider::SliderPageStepAdd
                                          : QAbstractSlider::SliderSingleStepAdd);
            const qint64 at = table.place();
            QVERIFY(at > last);
            LongTable::spin();
            QCOMPARE(table.place(), at);
            QVERIFY(table.isOnePiece());
            last = at;
        }
        for (int i = 0; i < 40; ++i) { // to the end of what is there, again and again
            bar->setSliderPosition(bar->maximum());
            const qint64 at = table.place();
            LongTable::spin();
            QCOMPARE(table.place(), at);
        }
        QVERIFY(table.model.rowCount() <= TimelineModel::mostRows);
    }

    /// A far place stands at the top, and stays there while rows come above it.
    void aFarPlaceStandsAtTheTop()
    {
        LongTable table;
        QSignalSpy seen(table.scroller, &TimelineScroller::seenChanged);
        const QDateTime at = table.list.timeOf(70'000);
        table.model.showAt(at);
        LongTable::spin();
        QVERIFY(table.model.rowCount() > 500); // on both sides by now
        QCOMPARE(table.model.timeOf(table.topRow()), at);
        QVERIFY(table.model.timeOf(table.topRow() - 1) > at);
        QCOMPARE(table.view.rowViewportPosition(table.topRow()), 0);
        QCOMPARE(table.scroller->firstSeen(), at);
        QCOMPARE(table.scroller->lastSeen(), table.model.timeOf(table.bottomRow()));
        QCOMPARE(seen.constLast().at(0).toDateTime(), at);
        QCOMPARE(table.current(), table.number(table.topRow())); // the keys go on from there
        QVERIFY(table.selected().isEmpty());
        const QDateTime near = table.list.timeOf(70'100); // is there already
        table.model.showAt(near);
        LongTable::spin();
        QCOMPARE(table.model.timeOf(table.topRow()), near);
    }

    void aRowThatIsLookedForIsChosen()
    {
        LongTable table;
        QSignalSpy chosen(&table.view, &PcTableView::currentRowChanged);
        table.model.showAt(table.list.timeOf(70'003), u"70003"_s);
        LongTable::spin();
        QCOMPARE(table.current(), 70'003);
        QCOMPARE(table.selected(), QSet<qint64>{70'003});
        QVERIFY(table.view.viewport()->rect().contains(table.view.visualRect(table.view.currentIndex())));
        QCOMPARE(chosen.count(), 1);
        const qint64 place = table.place();
        const int row = table.model.rowOf(u"69999"_s); // to be seen already: nothing moves
        table.model.showAt(table.model.timeOf(row), u"69999"_s);
        LongTable::spin();
        QCOMPARE(table.current(), 69'999);
        QCOMPARE(table.place(), place);
    }

    /// Live: rows come above, again and again, and what is read stays.
    void theLiveTailMovesNothing()
    {
        LongTable table;
        table.model.setLiveTail(true);
        table.click(2);
        const qint64 top = table.number(table.topRow());
        const qint64 current = table.current();
        for (int i = 0; i < 5; ++i) {
            table.list.size += 7;
            Q_EMIT table.fixture.feed.changed(changeAbout(ChangeKind::Audit));
            table.fixture.clock.advance(std::chrono::seconds(1));
            LongTable::spin();
            QCOMPARE(table.number(0), table.list.size - 1);
            QCOMPARE(table.number(table.topRow()), top);
            QCOMPARE(table.view.rowViewportPosition(table.topRow()), 0);
            QCOMPARE(table.current(), current);
            QCOMPARE(table.model.unseenCount(), 7 * (i + 1));
        }
        table.walkTo(table.list.size, -1);
        QCOMPARE(table.model.unseenCount(), 0);
    }

    void whatIsHeldIsShownAtTheTop()
    {
        LongTable table;
        table.walkTo(table.list.size - 3000, 4);
        const qint64 place = table.place();
        table.list.size += 12;
        Q_EMIT table.fixture.feed.changed(changeAbout(ChangeKind::Audit));
        table.fixture.clock.advance(std::chrono::seconds(1));
        LongTable::spin();
        QCOMPARE(table.model.heldCount(), 12);
        QCOMPARE(table.place(), place + 12 * table.rowHeight()); // the same rows
        table.model.showHeld();
        LongTable::spin();
        QCOMPARE(table.number(table.topRow()), table.list.size - 1);
    }

    /// A current row that was let go does not come back when another was chosen, and Down goes on from what
    /// is seen.
    void anotherChoiceCounts()
    {
        LongTable table;
        table.click(5);
        table.walkTo(table.list.size - 30'000, 4);
        QVERIFY(table.view.currentIndex().isValid());
        QVERIFY(table.selected().isEmpty());
        const qint64 top = table.number(table.topRow());
        QTest::keyClick(&table.view, Qt::Key_Down);
        QVERIFY(top - table.current() < TimelineModel::dropBlock);
        const qint64 chosen = table.current();
        table.walkTo(table.list.size, -4);
        QVERIFY(table.selected().isEmpty()); // neither the first one, nor the second, which is below by now
        table.walkTo(chosen, 4);
        QCOMPARE(table.current(), chosen);
        QCOMPARE(table.selected(), QSet<qint64>{chosen});
    }

    /// Below as above: what is let go at the lower end comes back, too.
    void whatIsLetGoBelowComesBack()
    {
        LongTable table;
        table.model.showAt(table.list.timeOf(100'000));
        LongTable::spin();
        table.click(table.topRow() + 3);
        const qint64 current = table.current();
        table.walkTo(current + 25'000, -4);
        QCOMPARE(table.model.rowOf(QString::number(current)), -1);
        table.walkTo(current, 4);
        QCOMPARE(table.current(), current);
        QCOMPARE(table.selected(), QSet<qint64>{current});
    }

    /// Few rows, and none.
    void shortLists()
    {
        for (const qint64 size : {qint64(0), qint64(1), qint64(7)}) {
            LongTable table(size);
            table.wheel(3);
            table.wheel(-3);
            QTest::keyClick(&table.view, Qt::Key_End);
            QTest::keyClick(&table.view, Qt::Key_Home);
            LongTable::spin();
            QCOMPARE(table.model.rowCount(), int(size));
            QCOMPARE(table.scroller->firstSeen().isValid(), size > 0);
            table.list.size += 3;
            Q_EMIT table.fixture.feed.changed(changeAbout(ChangeKind::Audit));
            table.fixture.clock.advance(std::chrono::seconds(1));
            LongTable::spin();
            table.model.showHeld();
            LongTable::spin();
            QCOMPARE(table.model.rowCount(), int(size) + 3);
            QCOMPARE(table.number(table.topRow()), table.list.size - 1);
        }
    }
};

PC_THEMED_TEST_MAIN(tst_timeline_scroller)
#include "tst_timeline_scroller.moc"
