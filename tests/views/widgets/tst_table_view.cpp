// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/themed_test.h"
#include "tests/views/widgets/table_rows.h"

#include "views/widgets/item_paint.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>

using namespace pc::test;
using namespace pc::views;
using namespace Qt::StringLiterals;

class tst_table_view : public QObject
{
    Q_OBJECT
public:
    explicit tst_table_view(ThemeController &) {}

private Q_SLOTS:
    void columnsGiveWayByPriority()
    {
        Rows rows(5);
        PcTableView view;
        view.setModel(&rows);
        QSignalSpy squeezed(&view, &PcTableView::squeezedColumnsChanged);
        view.setColumns(columns());
        view.resize(900, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QCOMPARE(view.squeezedColumns(), 0);
        QVERIFY(visibleWidth(view) <= view.width());
        view.resize(500, 300);
        QTRY_COMPARE(view.squeezedColumns(), 1);
        QVERIFY(view.isColumnHidden(3));
        QVERIFY(!view.isColumnHidden(2));
        view.resize(220, 300);
        QTRY_COMPARE(view.squeezedColumns(), 3);
        QVERIFY(!view.isColumnHidden(0));
        QVERIFY(visibleWidth(view) <= view.width());
        view.resize(900, 300);
        QTRY_COMPARE(view.squeezedColumns(), 0);
        view.setColumnHiddenByUser(1, true);
        QVERIFY(view.isColumnHidden(1));
        QCOMPARE(view.squeezedColumns(), 0);
        QVERIFY(squeezed.count() >= 2);
    }

    /// Words and headings are longer in some languages: a column gets what they need before others get more.
    void nothingIsCutBesideFreeRoom()
    {
        class Knowing final : public ItemDelegate
        {
        public:
            using ItemDelegate::ItemDelegate;
            [[nodiscard]] int neededWidth(const QWidget *, int column) const override
            {
                return column == 2 ? 188 : 0;
            }
        };
        class Headed final : public QAbstractTableModel
        {
        public:
            [[nodiscard]] int rowCount(const QModelIndex &) const override { return 0; }
            [[nodiscard]] int columnCount(const QModelIndex &) const override { return 4; }
            [[nodiscard]] QVariant data(const QModelIndex &, int) const override { return {}; }
            [[nodiscard]] QVariant headerData(int section, Qt::Orientation, int role) const override
            {
                return role == Qt::DisplayRole && section == 3 ? u"Zuletzt verwendet von wem"_s : QVariant();
            }
        };
        Headed rows;
        PcTableView view;
        view.setModel(&rows);
        view.setItemDelegate(new Knowing(&view));
        view.setColumns({{0, 200, 2, 0}, {1, 80, 1, 1}, {2, 80, 0, 2}, {3, 60, 0, 3}});
        view.resize(900, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(view.columnWidth(2) >= 188);
        const QFontMetrics small(TypeScale::of(&view).font(TypeRole::Small, QFont::Medium));
        QVERIFY(view.columnWidth(3) >= small.horizontalAdvance(u"Zuletzt verwendet von wem"_s) + 8);
        QVERIFY(visibleWidth(view) <= view.width());
        view.resize(460, 300); // what has no room whole is not there
        QTRY_VERIFY(view.isColumnHidden(3));
    }

    void keepsPlaceOverReset()
    {
        Rows rows(200);
        PcTableView view;
        view.setKeyRole(Qt::UserRole);
        view.setModel(&rows);
        view.setColumns(columns());
        view.resize(900, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(view.selectKey(100));
        const int offset = view.verticalScrollBar()->value();
        QVERIFY(offset > 0);
        QList<int> ids = rows.ids();
        ids.removeOne(5); // one row above went away
        rows.reload(ids);
        QTRY_COMPARE(view.currentKey().toInt(), 100);
        QCOMPARE(view.selectedRowNumbers(), QList<int>{99});
        QCOMPARE(view.verticalScrollBar()->value(), offset);
        QVERIFY(!view.selectKey(5));
    }

    void alwaysHasACurrentIndex()
    {
        Rows rows(3);
        PcTableView view;
        view.setModel(&rows);
        QVERIFY(view.currentIndex().isValid());
        QVERIFY(view.selectedRowNumbers().isEmpty());
        rows.reload({});
        rows.reload({7});
        QTRY_VERIFY(view.currentIndex().isValid());
    }

    void keys()
    {
        ShownTable table(5);
        PcTableView &view = table.view;
        QSignalSpy open(&view, &PcTableView::openRequested);
        QSignalSpy peek(&view, &PcTableView::peekRequested);
        QSignalSpy copy(&view, &PcTableView::copyRequested);
        QSignalSpy row(&view, &PcTableView::currentRowChanged);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(row.count(), 1);
        QTest::keyClick(&view, Qt::Key_Space);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(open.count(), 1);
        QCOMPARE(peek.count(), 1);
        QCOMPARE(view.selectedRowNumbers(), QList<int>{1}); // Space peeks, it does not unselect
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copy.count(), 1);
        QCOMPARE(copy.at(0).at(0).toString().split(u'\n').size(), 2);
        QVERIFY(copy.at(0).at(0).toString().startsWith(u"r1 <c>0\tr1 <c>1"_s));
        QVERIFY(copy.at(0).at(1).toString().contains(u"<td>r1 &lt;c&gt;0</td>"_s));
    }

    void contextMenuHook()
    {
        ShownTable table(5);
        Rows &rows = table.rows;
        PcTableView &view = table.view;
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QModelIndex at;
        view.setContextMenuHook([&at](QMenu *menu, const QModelIndex &index) {
            at = index;
            menu->addAction(u"Copy value"_s);
        });
        const QPoint spot = view.visualRect(rows.index(2, 1)).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, spot, view.viewport()->mapToGlobal(spot));
        QCoreApplication::sendEvent(view.viewport(), &event);
        QCOMPARE(at.row(), 2);
        QCOMPARE(at.column(), 1);
        auto *menu = view.findChild<QMenu *>(u"cellMenu"_s);
        QVERIFY(menu != nullptr);
        QTRY_VERIFY(menu->isVisible());
        menu->close();
    }

    void toastRoomLetsTheLastRowBeSeen()
    {
        Rows rows(100);
        PcTableView view;
        view.setModel(&rows);
        view.setColumns(columns());
        view.resize(600, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const int before = view.verticalScrollBar()->maximum();
        view.setBottomRoom(60);
        QCOMPARE(view.verticalScrollBar()->maximum(), before + 60);
        view.setBottomRoom(0);
        QCOMPARE(view.verticalScrollBar()->maximum(), before);
    }

    void accentBarIsAtTheLeadingEdge()
    {
        Rows rows(3);
        PcTableView view;
        view.setModel(&rows);
        view.setColumns(columns());
        view.resize(600, 300);
        view.selectRow(1);
        const Tokens t = Tokens::light();
        const auto at = [&view](int x) {
            const QImage image = view.viewport()->grab().toImage();
            return image.pixelColor(x, view.rowViewportPosition(1) + 10);
        };
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QCOMPARE(at(1), t.accent);
        QVERIFY(at(5) != t.accent);
        view.setLayoutDirection(Qt::RightToLeft);
        const QRect first = view.visualRect(rows.index(1, 0));
        QTRY_COMPARE(at(first.right() - 1), t.accent);
    }
};

PC_THEMED_TEST_MAIN(tst_table_view)
#include "tst_table_view.moc"
