// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/themed_test.h"
#include "tests/views/widgets/table_rows.h"

#include "views/style/space.h"
#include "views/style/type_scale.h"
#include "views/widgets/table_text.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>

using namespace pc::test;
using namespace pc::views;
using namespace Qt::StringLiterals;

/// What keys, pointer and menu do on a table, and how its columns share the room.
class tst_table_use : public QObject
{
    Q_OBJECT
public:
    explicit tst_table_use(ThemeController &) {}

private Q_SLOTS:
    void eachDensityHasItsRows()
    {
        Rows rows(3);
        PcTableView view;
        view.setModel(&rows);
        const std::pair<Density, int> heights[] = {{Density::Dense, space::rowDense},
                                                   {Density::Relaxed, space::rowRelaxed},
                                                   {Density::Credential, space::rowCredential},
                                                   {Density::Normal, space::rowNormal}};
        const TypeScale &type = TypeScale::of(&view);
        for (const auto &[density, height] : heights) {
            view.setDensity(density);
            QCOMPARE(view.rowHeight(1), type.px(height));
            QCOMPARE(view.verticalScrollBar()->singleStep(), type.px(height));
            QCOMPARE(view.horizontalHeader()->height(), type.px(space::header));
        }
    }

    void aColumnGoesWhenThereIsOnePixelLessThanItNeeds()
    {
        Rows rows(5);
        PcTableView view;
        view.setModel(&rows);
        view.setColumns(columns());
        const int needed = 200 + 3 * 120 + view.verticalScrollBar()->sizeHint().width();
        view.show();
        view.resize(needed, 300);
        QTRY_COMPARE(view.width(), needed);
        QCOMPARE(view.squeezedColumns(), 0);
        QCOMPARE(visibleWidth(view), 200 + 3 * 120);
        QCOMPARE(view.columnWidth(0), 200);
        view.resize(needed + 30, 300); // two parts to the first, one to the second: nothing is left over
        QTRY_COMPARE(view.columnWidth(0), 220);
        QCOMPARE(view.columnWidth(1), 130);
        QCOMPARE(visibleWidth(view), 200 + 3 * 120 + 30);
        QVERIFY(view.hasRoom());
        QSignalSpy squeezed(&view, &PcTableView::squeezedColumnsChanged);
        view.resize(needed - 1, 300);
        QTRY_COMPARE(view.squeezedColumns(), 1);
        QCOMPARE(squeezed.count(), 1);
        QCOMPARE(squeezed[0][0].toInt(), 1);
        QVERIFY(view.isColumnHidden(3));
        view.resize(needed - 2, 300);
        QTest::qWait(1);
        QCOMPARE(squeezed.count(), 1); // said once
        QVERIFY(view.hasRoom());
        view.resize(150, 300);
        QTRY_VERIFY(!view.hasRoom());
        QVERIFY(visibleWidth(view) <= 150);
    }

    /// To the ends of the list, whichever column is the current one.
    void homeAndEndLeadToTheEndsOfTheList()
    {
        Rows rows(40);
        PcTableView view;
        view.setModel(&rows);
        view.resize(400, 200);
        view.show();
        view.setCurrentIndex(rows.index(7, 1));
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.currentIndex(), rows.index(39, 1));
        QCOMPARE(view.selectedRowNumbers(), QList<int>{39});
        QTest::keyClick(&view, Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(view.currentIndex(), rows.index(0, 1));
        QCOMPARE(view.selectedRowNumbers().size(), 40);
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.selectedRowNumbers(), QList<int>{39});
    }

    void aColumnThatWasHiddenComesBackAndIsNotCopied()
    {
        ShownTable table(3);
        Rows &rows = table.rows;
        PcTableView &view = table.view;
        QVERIFY(view.isFirstVisibleColumn(0));
        view.setColumnHiddenByUser(0, true);
        QVERIFY(view.isFirstVisibleColumn(1));
        QVERIFY(!view.isFirstVisibleColumn(0) && !view.isFirstVisibleColumn(2));
        view.setColumnHiddenByUser(2, true);
        view.setColumnHiddenByUser(2, true); // twice is once
        view.selectRow(2);
        view.selectionModel()->select(rows.index(0, 0),
                                      QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QCOMPARE(view.selectedRowNumbers(), (QList<int>{0, 2}));
        QCOMPARE(rowsAsTsv(view, view.selectedRowNumbers()), u"r0 <c>1\tr0 <c>3\nr2 <c>1\tr2 <c>3"_s);
        QCOMPARE(rowsAsHtml(view, view.selectedRowNumbers()),
                 u"<table><tr><td>r0 &lt;c&gt;1</td><td>r0 &lt;c&gt;3</td></tr>"
                 "<tr><td>r2 &lt;c&gt;1</td><td>r2 &lt;c&gt;3</td></tr></table>"_s);
        view.setColumnHiddenByUser(2, false);
        view.setColumnHiddenByUser(0, false);
        QVERIFY(!view.isColumnHidden(0) && !view.isColumnHidden(2));
    }

    void keysThatAreNotForTheRow()
    {
        ShownTable table(5);
        Rows &rows = table.rows;
        PcTableView &view = table.view;
        QSignalSpy open(&view, &PcTableView::openRequested);
        QSignalSpy peek(&view, &PcTableView::peekRequested);
        QSignalSpy copy(&view, &PcTableView::copyRequested);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copy.count(), 0); // nothing is selected
        QTest::keyClick(&view, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(&view, Qt::Key_Space, Qt::ControlModifier);
        QTest::keyClick(&view, Qt::Key_X);
        QCOMPARE(open.count() + peek.count(), 0);
        QTest::keyClick(&view, Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(open.count(), 1);
        const QPoint cell = view.visualRect(rows.index(3, 1)).center();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, cell); // as a hand does it
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, cell);
        QCOMPARE(open.count(), 2);
        QCOMPARE(open[1][0].toModelIndex().row(), 3);
        rows.reload({});
        QTest::keyClick(&view, Qt::Key_Return);
        QTest::keyClick(&view, Qt::Key_Space);
        QCOMPARE(open.count(), 2);
        QCOMPARE(peek.count(), 0);
    }

    void theRowUnderThePointerIsKnown()
    {
        ShownTable table(3);
        Rows &rows = table.rows;
        PcTableView &view = table.view;
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QCOMPARE(view.hoverRow(), -1);
        for (const int row : {0, 2, 1}) {
            const QPoint over = view.visualRect(rows.index(row, 0)).center();
            QMouseEvent move(QEvent::MouseMove, over, view.viewport()->mapToGlobal(over), Qt::NoButton,
                             Qt::NoButton, Qt::NoModifier);
            QCoreApplication::sendEvent(view.viewport(), &move);
            QCOMPARE(view.hoverRow(), row);
        }
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(view.viewport(), &leave);
        QCOMPARE(view.hoverRow(), -1);
    }

    void theMenuIsOfTheCellThatIsMeant()
    {
        Rows rows(5);
        PcTableView view;
        view.setModel(&rows);
        view.setColumns(columns());
        view.resize(900, 400);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const auto ask = [&view](QContextMenuEvent::Reason reason, const QPoint &spot) {
            QContextMenuEvent event(reason, spot, view.viewport()->mapToGlobal(spot));
            QCoreApplication::sendEvent(view.viewport(), &event);
            auto *menu = view.findChild<QMenu *>(u"cellMenu"_s);
            const bool came = menu != nullptr;
            delete menu;
            return came;
        };
        const QPoint third = view.visualRect(rows.index(2, 1)).center();
        QVERIFY(!ask(QContextMenuEvent::Mouse, third)); // nobody fills it
        QModelIndex at;
        bool fills = true;
        view.setContextMenuHook([&at, &fills](QMenu *menu, const QModelIndex &index) {
            at = index;
            if (fills)
                menu->addAction(u"Copy value"_s);
        });
        view.setCurrentIndex(rows.index(4, 2));
        QVERIFY(ask(QContextMenuEvent::Keyboard, third));
        QCOMPARE(at, rows.index(4, 2));
        QVERIFY(ask(QContextMenuEvent::Mouse, third));
        QCOMPARE(at, rows.index(2, 1));
        at = {};
        QVERIFY(!ask(QContextMenuEvent::Mouse, QPoint(10, view.viewport()->height() - 2)));
        QVERIFY(!at.isValid());
        fills = false;
        QVERIFY(!ask(QContextMenuEvent::Mouse, third));
        QVERIFY(at.isValid());
    }

    void aKeyNeedsARole()
    {
        Rows rows(5);
        PcTableView view;
        QVERIFY(!view.selectKey(3)); // no rows
        view.setModel(&rows);
        QVERIFY(!view.selectKey(3)); // no role
        QVERIFY(!view.currentKey().isValid());
        view.setKeyRole(Qt::UserRole);
        QVERIFY(!view.selectKey({}));
        QVERIFY(view.selectKey(3));
        QCOMPARE(view.currentKey().toInt(), 3);
        QCOMPARE(view.selectedRowNumbers(), QList<int>{3});
        view.setCurrentIndex(rows.index(2, 3)); // of the row, whatever its column
        QCOMPARE(view.currentKey().toInt(), 2);
        view.setModel(nullptr);
        QVERIFY(!view.selectKey(3));
    }

    void severalRowsAndTheColumnStayOverAReset()
    {
        Rows rows(20);
        PcTableView view;
        view.setKeyRole(Qt::UserRole);
        view.setModel(&rows);
        view.setColumns(columns());
        view.resize(900, 300);
        view.show();
        view.selectRow(4);
        view.selectionModel()->select(rows.index(7, 0),
                                      QItemSelectionModel::Select | QItemSelectionModel::Rows);
        view.selectionModel()->setCurrentIndex(rows.index(7, 2), QItemSelectionModel::NoUpdate);
        QList<int> ids = rows.ids();
        ids.removeOne(0);
        rows.reload(ids);
        QTRY_COMPARE(view.currentIndex(), rows.index(6, 2));
        QCOMPARE(view.selectedRowNumbers(), (QList<int>{3, 6}));
        rows.reload({100, 101}); // none of them is left
        QTRY_COMPARE(view.currentIndex(), rows.index(0, 0));
        QVERIFY(view.selectedRowNumbers().isEmpty());
        Rows others(3);
        view.setModel(&others);
        QSignalSpy row(&view, &PcTableView::currentRowChanged);
        rows.reload({1, 2, 3}); // no longer its model
        QTest::qWait(1);
        QCOMPARE(row.count(), 0);
        QCOMPARE(view.currentIndex().model(), &others);
    }
};

PC_THEMED_TEST_MAIN(tst_table_use)
#include "tst_table_use.moc"
