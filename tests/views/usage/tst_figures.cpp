// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chart_data.h"
#include "views/charts/chart_table.h"
#include "views/usage/usage_lines_model.h"

#include <QTest>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;

namespace {

UsageSeries hours(int count)
{
    UsageSeries series;
    series.from = QDateTime({2026, 3, 1}, {0, 0}, Qt::UTC);
    series.to = series.from.addSecs(count * 3600);
    series.bucket = Bucket::Hour;
    return series;
}

} // namespace

/// What is drawn and listed of usage, on both sides of each boundary.
class FiguresTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void theRunningBucketIsTheLastThatBegan_data()
    {
        QTest::addColumn<int>("secs"); // of the answer, from the first bucket on; -9: not said
        QTest::addColumn<int>("buckets");
        QTest::addColumn<int>("running");
        QTest::newRow("not said") << -9 << 3 << -1;
        QTest::newRow("before") << -1 << 0 << -1;
        QTest::newRow("at its begin") << 0 << 1 << 0;
        QTest::newRow("last second") << 3599 << 1 << 0;
        QTest::newRow("the next") << 3600 << 2 << 1;
        QTest::newRow("the last") << 10'799 << 3 << 2;
        QTest::newRow("all over") << 10'800 << 3 << -1;
    }
    void theRunningBucketIsTheLastThatBegan()
    {
        QFETCH(const int, secs);
        UsageSeries series = hours(3);
        series.lines = {{u"served"_s, {}, {1, 2, 3}, 6}};
        if (secs != -9)
            series.asOf = series.from.addSecs(secs);
        const ChartData data = callsChart(series, {});
        QTEST(data.buckets(), "buckets");
        QTEST(data.running, "running");
        QCOMPARE(data.isRunning(-1), false);
    }

    void outcomesAndLimitsOfAChart()
    {
        UsageSeries series = hours(1);
        series.lines = {{u"served"_s, {}, {1}, 1},         {u"throttled"_s, {}, {2}, 2},
                        {u"refused"_s, {}, {4}, 4},        {u"client_error"_s, {}, {8}, 8},
                        {u"server_error"_s, {}, {16}, 16}, {u"teleported"_s, {}, {32}, 32}};
        ChartData data = callsChart(series, Limits{1, 1, 48'000});
        QCOMPARE(data.lines.at(0).values, QList<double>{1});
        QCOMPARE(data.lines.at(1).values, QList<double>{2});
        QCOMPARE(data.lines.at(2).values, QList<double>{60});
        QCOMPARE(data.maximum(), 60.0);
        QCOMPARE(data.limit, 2000.0);
        QCOMPARE(data.limitLabel, u"Quota pace 2,000"_s);
        QCOMPARE(callsChart(series, Limits{1, 1, 1}).limit, 1 / 24.0);
        QVERIFY(callsChart(series, Limits{1, 1, 0}).limitLabel.isEmpty());
        QVERIFY(callsChart(series, {}).limit < 0);
        series.bucket = Bucket::Day;
        series.to = series.from.addDays(1);
        data = callsChart(series, Limits{1, 1, 48'000});
        QCOMPARE(data.limitLabel, u"Daily quota 48,000"_s);
        QCOMPARE(data.bucketText(0, QLocale()), u"Sun 1 Mar"_s);
        QuotaState quota;
        quota.days = {{QDate(2026, 3, 1), 5, 10, 1}, {QDate(2026, 3, 2), 7, 10, 2}};
        quota.quota = 10;
        data = quotaChart(quota);
        QCOMPARE(data.from, QDateTime({2026, 3, 1}, {0, 0}, Qt::UTC));
        QCOMPARE(data.running, 1);
        QCOMPARE(data.limitLabel, u"Daily quota 10"_s);
        QCOMPARE(data.lines.at(1).values, (QList<double>{1, 2}));
        quota.quota = 0;
        QVERIFY(quotaChart(quota).limit < 0);
    }

    void aChartAsATable()
    {
        UsageSeries series = hours(2);
        series.lines = {{u"served"_s, {}, {1000, 2}, 1002}};
        series.asOf = series.from.addSecs(3700);
        ChartTable table;
        table.setData(callsChart(series, {}));
        QStringList heads;
        for (int column = 0; column < table.columnCount(); ++column)
            heads.append(table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        QCOMPARE(heads,
                 (QStringList{u"Time (UTC)"_s, u"Served"_s, u"Throttled"_s, u"Errors"_s, u"Bucket"_s}));
        QVERIFY(!table.headerData(5, Qt::Horizontal, Qt::DisplayRole).isValid());
        QVERIFY(!table.headerData(-1, Qt::Horizontal, Qt::DisplayRole).isValid());
        QVERIFY(!table.headerData(0, Qt::Vertical, Qt::DisplayRole).isValid());
        const auto cell = [&table](int row, int column, int role) {
            return table.data(table.index(row, column), role).toString();
        };
        QCOMPARE(cell(0, 0, Qt::DisplayRole), u"Sun 1 Mar, 00:00 UTC"_s);
        QCOMPARE(cell(1, 0, Qt::DisplayRole), u"Sun 1 Mar, 01:00 UTC, so far"_s);
        QCOMPARE(cell(0, 0, Qt::AccessibleTextRole),
                 u"Sun 1 Mar, 00:00 UTC: Served 1,000, Throttled 0, Errors 0"_s);
        QCOMPARE(cell(0, 1, Qt::DisplayRole), u"1,000"_s);
        QCOMPARE(cell(0, 1, Qt::AccessibleTextRole), u"Served 1,000"_s);
        QCOMPARE(cell(0, 1, models::ValueRole), u"1000"_s);
        QCOMPARE(cell(0, 4, Qt::DisplayRole), u"complete"_s);
        QCOMPARE(cell(1, 4, models::ValueRole), u"so far"_s);
        QVERIFY(!table.data(table.index(0, 4), Qt::DecorationRole).isValid());
        QVERIFY(!table.data(table.index(0, 0), Qt::DecorationRole).isValid());
        QCOMPARE(alignment(table, 1), int(Qt::AlignTrailing | Qt::AlignVCenter));
        QCOMPARE(alignment(table, 0), int(Qt::AlignLeading | Qt::AlignVCenter));
        QCOMPARE(table.rowCount(table.index(0, 0)), 0);
        QCOMPARE(table.columnCount(table.index(0, 0)), 0);
    }

    void aBreakdownAsATable_data()
    {
        QTest::addColumn<Breakdown>("by");
        QTest::addColumn<QString>("head");
        QTest::newRow("outcome") << Breakdown::Outcome << u"Outcome"_s;
        QTest::newRow("route") << Breakdown::Route << u"Route"_s;
        QTest::newRow("credential") << Breakdown::Credential << u"Credential"_s;
        QTest::newRow("generation") << Breakdown::Generation << u"Credential and generation"_s;
        QTest::newRow("source") << Breakdown::Source << u"Source address"_s;
    }
    void aBreakdownAsATable()
    {
        QFETCH(const Breakdown, by);
        UsageSeries series = hours(2);
        series.lines = {
            {u"a"_s, u"A"_s, {1, 0}, 1}, {u"b"_s, u"B"_s, {1, 2}, 3}, {u"c"_s, u"C"_s, {0, 1}, 1}};
        UsageLinesModel model;
        model.setSeries(series, by);
        QTEST(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), "head");
        QStringList heads;
        for (int column = 1; column <= UsageLinesModel::ColumnCount; ++column)
            heads.append(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        QCOMPARE(heads, (QStringList{u"Calls"_s, u"Share"_s, u"Course"_s, QString()}));
        QVERIFY(!model.headerData(0, Qt::Vertical, Qt::DisplayRole).isValid());
        QVERIFY(!model.headerData(0, Qt::Horizontal, Qt::DecorationRole).isValid());
        const auto cell = [&model](int row, int column, int role) {
            return model.data(model.index(row, column), role);
        };
        QStringList order;
        for (int row = 0; row < model.rowCount(); ++row)
            order.append(cell(row, 0, models::IdRole).toString());
        QCOMPARE(order, (QStringList{u"b"_s, u"a"_s, u"c"_s}));
        QCOMPARE(cell(0, 0, models::ValueRole).toString(), u"B"_s);
        QCOMPARE(cell(0, 0, Qt::ToolTipRole).toString(), u"b"_s);
        QCOMPARE(cell(0, 1, Qt::DisplayRole).toString(), u"3"_s);
        QCOMPARE(cell(0, 1, models::ValueRole).toLongLong(), 3);
        QCOMPARE(cell(0, 2, Qt::DisplayRole).toString(), u"60.0%"_s);
        QCOMPARE(cell(0, 2, models::ValueRole).toDouble(), 0.6);
        QCOMPARE(cell(0, 3, models::ValueRole).value<QList<qint64>>(), (QList<qint64>{1, 2}));
        QCOMPARE(cell(0, 3, Qt::AccessibleTextRole).toString(), u"B: 3 call(s), 60.0%"_s);
        for (int column = 0; column < UsageLinesModel::ColumnCount; ++column)
            QVERIFY(!cell(0, column, Qt::DecorationRole).isValid());
        QVERIFY(!cell(0, 1, Qt::ToolTipRole).isValid());
        QVERIFY(!cell(0, 3, Qt::DisplayRole).isValid());
        QCOMPARE(alignment(model, 0), int(Qt::AlignLeading | Qt::AlignVCenter));
        QCOMPARE(alignment(model, 1), int(Qt::AlignTrailing | Qt::AlignVCenter));
        QCOMPARE(alignment(model, 2), int(Qt::AlignTrailing | Qt::AlignVCenter));
        QCOMPARE(model.rowCount(model.index(0, 0)), 0);
        QCOMPARE(model.columnCount(model.index(0, 0)), 0);
        const auto running = [&](const QDateTime &asOf) {
            series.asOf = asOf;
            model.setSeries(series, by);
            return cell(0, 0, UsageLinesModel::RunningRole).toBool();
        };
        QVERIFY(!running({}));
        QVERIFY(running(series.to.addSecs(-1)));
        QVERIFY(!running(series.to));
        series.lines = {{u"a"_s, u"A"_s, {0, 0}, 0}};
        model.setSeries(series, by);
        QCOMPARE(cell(0, 2, models::ValueRole).toDouble(), 0.0);
        series.lines = {{u"a"_s, u"A"_s, {0, 1}, 1}};
        model.setSeries(series, by);
        QCOMPARE(cell(0, 2, models::ValueRole).toDouble(), 1.0);
    }

private:
    static int alignment(const QAbstractItemModel &model, int column)
    {
        const int head = model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        const QVariant cell = model.index(0, column).data(Qt::TextAlignmentRole);
        return !cell.isValid() || cell.toInt() == head ? head : -1;
    }
};

QTEST_MAIN(FiguresTest)
#include "tst_figures.moc"
