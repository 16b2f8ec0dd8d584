// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/themed_test.h"
#include "views/widgets/diff_model.h"
#include "views/widgets/diff_table.h"
#include "views/words/change_rows.h"

#include <QHeaderView>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;
using Change = DiffRow::Change;

namespace {

QString listOf(int from, int to)
{
    QStringList items;
    for (int i = from; i <= to; ++i)
        items.append(u"orders.part-%1:read"_s.arg(i));
    return items.join(u", "_s);
}

} // namespace

/// A list that changed by an item is read item by item, whole, in any width.
class ChangeRowsTest final : public QObject
{
    Q_OBJECT
public:
    explicit ChangeRowsTest(ThemeController &) {}

private Q_SLOTS:
    void aLongListShowsWhatCameAndWent()
    {
        const QList<DiffRow> rows = changeRows({{u"scopes"_s, listOf(1, 60), listOf(2, 61)}});
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(0), (DiffRow{u"scopes"_s, u"orders.part-1:read"_s, {}, Change::Removed}));
        QCOMPARE(rows.at(1), (DiffRow{u"scopes"_s, {}, u"orders.part-61:read"_s, Change::Added}));
        QCOMPARE(rows.at(2).change, Change::Same);
        QCOMPARE(rows.at(2).kept, 59);
        QCOMPARE(rows.at(2).before, listOf(2, 60));
    }

    void whatEventsRecordItemByItemStaysSo()
    {
        const QList<DiffRow> rows = changeRows({{u"scopes"_s, u"a:read"_s, {}},
                                                {u"scopes"_s, {}, u"b:read"_s},
                                                {u"scopes"_s, u"c:read, d:read"_s, u"c:read, d:read"_s}});
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(0).change, Change::Removed);
        QCOMPARE(rows.at(1).change, Change::Added);
        QCOMPARE(rows.at(2).kept, 2);
    }

    /// A text with a comma is one item, shown as it is, and counted once.
    void anItemWithACommaIsOne()
    {
        const QList<DiffRow> rows =
            changeRows({{u"agreement.signatories"_s, u"\"Bluefen Foods, board\""_s, {}},
                        {u"agreement.signatories"_s, {}, u"\"\"\"Bob\"\" Smith, Dr.\""_s},
                        {u"agreement.signatories"_s, u"Head, \"A, B\""_s, u"Head, \"A, B\""_s}});
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(0),
                 (DiffRow{u"agreement.signatories"_s, u"Bluefen Foods, board"_s, {}, Change::Removed}));
        QCOMPARE(rows.at(1).after, u"\"Bob\" Smith, Dr."_s);
        QCOMPARE(rows.at(2).kept, 2);
        // What an event holds as two whole lists.
        const QList<DiffRow> whole = changeRows({{u"tags"_s, u"\"a, b\", c, d"_s, u"d, \"a, b\""_s}});
        QCOMPARE(whole.size(), 2);
        QCOMPARE(whole.at(0).before, u"c"_s);
        QCOMPARE(whole.at(1).kept, 2);
        QCOMPARE(whole.at(1).before, u"\"a, b\", d"_s);
    }

    void onlyListsAreTakenApart()
    {
        const QList<DiffRow> rows = changeRows(
            {{u"name"_s, u"Hollis, Rowe"_s, u"Hollis, Moon"_s}, {u"limits.daily_quota"_s, u"1"_s, u"2"_s}});
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0).change, Change::Changed);
        QCOMPARE(rows.at(0).after, u"Hollis, Moon"_s);
    }

    void objectsStayWhole()
    {
        const QList<DiffRow> rows = changeRows({{u"resources"_s, u"{\"a\":1,\"b\":\"x, y\"}, {\"a\":2}"_s,
                                                 u"{\"a\":1,\"b\":\"x, y\"}, {\"a\":3}"_s}});
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(0).before, u"{\"a\":2}"_s);
        QCOMPARE(rows.at(1).after, u"{\"a\":3}"_s);
        QCOMPARE(rows.at(2).kept, 1);
    }

    void anotherOrderIsBothOrders()
    {
        const QList<DiffRow> rows = changeRows({{u"tags"_s, u"a, b"_s, u"b, a"_s}});
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().change, Change::Changed);
    }

    /// Nothing is cut off at the width of the window: every row is as high as its text.
    void everythingIsReadableInANarrowPane_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {260, 370, 900})
            QTest::addRow("%d", width) << width;
    }
    void everythingIsReadableInANarrowPane()
    {
        QFETCH(int, width);
        DiffTable table;
        const QString longText = u"orders."_s + QString(300, u'x') + u":read"_s;
        table.setRows({{u"scopes"_s, longText, {}, Change::Removed},
                       {u"notes"_s, u"one two three "_s.repeated(30), u"four"_s, Change::Changed},
                       {u"plan"_s, u"a"_s, u"b"_s, Change::Changed}});
        table.resize(width, 400);
        table.show();
        QTRY_VERIFY(table.rowHeight(0) > 2 * table.rowHeight(2));
        const QFontMetrics metrics(TypeScale::of(&table).font(TypeRole::MonoSmall));
        const int column = table.columnWidth(DiffModel::Before) - 34;
        const int lines = metrics.horizontalAdvance(longText) / column + 1;
        QVERIFY(table.rowHeight(0) >= lines * metrics.height());
        QCOMPARE(table.sizeHint().height(),
                 table.horizontalHeader()->height() + table.verticalHeader()->length() + 2);
    }

    void keptItemsUnfoldByMouseAndKey()
    {
        DiffTable table;
        table.setRows(changeRows({{u"scopes"_s, listOf(1, 30), listOf(2, 31)}}));
        table.resize(370, 600);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        const QModelIndex kept = table.model()->index(2, DiffModel::Before);
        QCOMPARE(kept.data().toString(), u"29 unchanged"_s);
        QVERIFY(
            kept.sibling(2, 0).data(Qt::AccessibleTextRole).toString().contains(u"orders.part-30:read"_s));
        const int folded = table.rowHeight(2);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(kept).center());
        QVERIFY(kept.data().toString().contains(u"orders.part-30:read"_s));
        QVERIFY(table.rowHeight(2) > folded);
        table.setRows(
            changeRows({{u"scopes"_s, listOf(1, 30), listOf(2, 31)}})); // told again, as every second
        QVERIFY(kept.data().toString().contains(u"orders.part-30:read"_s));
        table.setCurrentIndex(kept);
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(kept.data().toString(), u"29 unchanged"_s);
        QCOMPARE(table.rowHeight(2), folded);
    }
};

PC_THEMED_TEST_MAIN(ChangeRowsTest)
#include "tst_change_rows.moc"
