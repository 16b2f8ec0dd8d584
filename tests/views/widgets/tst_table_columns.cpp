// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/table_columns.h"

#include <QTest>

using namespace pc::views;

namespace {

int sumOf(const ColumnLayout &layout)
{
    int sum = 0;
    for (const int width : layout.widths)
        sum += width;
    return sum;
}

/// Column, minimum, flex, priority.
const QList<ColumnSpec> columns{{0, 100, 3, 0}, {1, 100, 1, 0}, {2, 100, 0, 1}, {3, 100, 0, 2}};

} // namespace

class TestTableColumns final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spareRoomGoesByFlex();
    void theHighestNumberGivesWayFirst();
    void whatNeverGivesWayShrinks();
    void nothingToShow();
};

void TestTableColumns::spareRoomGoesByFlex()
{
    const QList<ColumnSpec> flexible{{0, 100, 0, 0}, {1, 100, 3, 0}, {2, 100, 1, 0}};
    const ColumnLayout layout = layOutColumns(flexible, 380);
    QCOMPARE(layout.squeezed, 0);
    QCOMPARE(layout.widths, (QMap<int, int>{{0, 100}, {1, 160}, {2, 120}}));
    // The last one gets what rounding leaves, so that the row is full.
    QCOMPARE(sumOf(layOutColumns(flexible, 401)), 401);
}

void TestTableColumns::theHighestNumberGivesWayFirst()
{
    QCOMPARE(layOutColumns(columns, 400).squeezed, 0);
    const ColumnLayout one = layOutColumns(columns, 399);
    QCOMPARE(one.squeezed, 1);
    QCOMPARE(one.widths.keys(), (QList<int>{0, 1, 2}));
    QCOMPARE(sumOf(one), 399);
    const ColumnLayout two = layOutColumns(columns, 250);
    QCOMPARE(two.squeezed, 2);
    QCOMPARE(two.widths.keys(), (QList<int>{0, 1}));
    // Of two with the same number the later one.
    const ColumnLayout same = layOutColumns({{0, 100, 0, 1}, {1, 100, 0, 1}}, 150);
    QCOMPARE(same.widths.keys(), QList<int>{0});
}

void TestTableColumns::whatNeverGivesWayShrinks()
{
    QVERIFY(!layOutColumns(columns, 200).tight);
    const ColumnLayout layout = layOutColumns(columns, 150);
    QVERIFY(layout.tight);
    QCOMPARE(layout.widths, (QMap<int, int>{{0, 75}, {1, 75}}));
    QCOMPARE(layOutColumns({{0, 100, 0, 0}}, 10).widths.value(0), 24); // no column is less
    QCOMPARE(layOutColumns({{0, 100, 0, 1}}, 50).widths.size(), 1);    // one always stays
}

void TestTableColumns::nothingToShow()
{
    QVERIFY(layOutColumns({}, 100).widths.isEmpty());
    // Before the table has a size there is no room at all: minimal widths, nothing is divided by it.
    QCOMPARE(layOutColumns({{0, 100, 1, 0}}, 0).widths.value(0), 100);
}

QTEST_APPLESS_MAIN(TestTableColumns)
#include "tst_table_columns.moc"
