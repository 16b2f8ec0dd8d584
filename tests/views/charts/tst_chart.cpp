// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/themed_test.h"
#include "views/charts/chart_data.h"
#include "views/charts/chart_scale.h"
#include "views/charts/chart_table.h"
#include "views/charts/chart_view.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QSignalSpy>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;

namespace {

const QDateTime start({2025, 11, 20}, {10, 24}, Qt::UTC);

UsageSeries series()
{
    UsageSeries made;
    made.from = QDateTime({2025, 11, 20}, {10, 0}, Qt::UTC);
    made.to = made.from.addSecs(24 * 3600);
    made.bucket = Bucket::Hour;
    const auto line = [&made](const QString &key, qint64 first) {
        UsageLine l{key, key, {}, 0};
        for (int i = 0; i < 24; ++i)
            l.values.append(first + i);
        made.lines.append(l);
    };
    line(u"served"_s, 100);
    line(u"throttled"_s, 10);
    line(u"refused"_s, 1);
    line(u"client_error"_s, 2);
    line(u"server_error"_s, 3);
    return made;
}

} // namespace

class ChartTest final : public QObject
{
    Q_OBJECT
public:
    explicit ChartTest(ThemeController &theme) : m_theme(theme) {}

private Q_SLOTS:
    void ticksAreRoundAndFewEnough_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<int>("most");
        for (const qint64 seconds : {300LL, 3600LL, 86400LL, 7 * 86400LL, 30 * 86400LL, 90 * 86400LL})
            for (const int most : {2, 5, 9})
                QTest::addRow("%lld s, %d", seconds, most) << seconds << most;
    }
    void ticksAreRoundAndFewEnough()
    {
        QFETCH(qint64, seconds);
        QFETCH(int, most);
        const QList<TimeTick> ticks = timeTicks(start, start.addSecs(seconds), most, QLocale::c());
        QVERIFY(!ticks.isEmpty());
        QVERIFY2(ticks.size() <= most, qPrintable(QString::number(ticks.size())));
        for (const TimeTick &tick : ticks) {
            QVERIFY(tick.at >= start && tick.at <= start.addSecs(seconds));
            QCOMPARE(tick.at.time().second(), 0);
        }
        // Equal steps, and the first one divides its day evenly.
        for (qsizetype i = 2; i < ticks.size(); ++i)
            QCOMPARE(ticks[i - 1].at.secsTo(ticks[i].at), ticks[0].at.secsTo(ticks[1].at));
    }

    void dayChangeIsMarked()
    {
        const QList<TimeTick> ticks = timeTicks(start, start.addSecs(86400), 9, QLocale::c());
        const auto midnight =
            std::find_if(ticks.begin(), ticks.end(), [](const TimeTick &t) { return t.dayChange; });
        QVERIFY(midnight != ticks.end());
        QCOMPARE(midnight->at, QDateTime({2025, 11, 21}, {0, 0}, Qt::UTC));
        QCOMPARE(midnight->label, u"Fri 21 Nov"_s);
        QCOMPARE(ticks.first().label, u"12:00"_s);
    }

    void scaleCoversTheMaximumInRoundSteps_data()
    {
        QTest::addColumn<double>("maximum");
        QTest::addColumn<double>("top");
        QTest::newRow("nothing") << 0.0 << 1.0;
        QTest::newRow("one") << 1.0 << 1.0;
        QTest::newRow("three") << 3.0 << 3.0;
        QTest::newRow("hundreds") << 962.0 << 1000.0;
        QTest::newRow("above") << 1041.0 << 1500.0;
        QTest::newRow("exact") << 2000.0 << 2000.0;
    }
    void scaleCoversTheMaximumInRoundSteps()
    {
        QFETCH(double, maximum);
        const ValueScale scale = valueScale(maximum);
        QTEST(scale.top, "top");
        QVERIFY(scale.top >= maximum);
        QCOMPARE(scale.top / scale.step, std::round(scale.top / scale.step));
    }

    void outcomesBecomeThreeLines()
    {
        const ChartData data = callsChart(series(), Limits{0, 0, 48000});
        QCOMPARE(data.lines.size(), 3);
        QCOMPARE(data.buckets(), 24);
        QCOMPARE(data.lines[0].values.first(), 100.0);
        QCOMPARE(data.lines[1].values.first(), 10.0);
        QCOMPARE(data.lines[2].values.first(), 6.0); // refused, client and server errors together
        QCOMPARE(data.limit, 2000.0);                // 48,000 a day, spread over 24 hours
        QCOMPARE(callsChart(series(), std::nullopt).limit, -1.0);
    }

    /// The bucket in progress is "so far", those after it have no value, and nothing is running in a part
    /// that is over.
    void theRunningBucketIsIncomplete()
    {
        UsageSeries shown = series();
        shown.asOf = shown.from.addSecs(20 * 3600 + 600);
        const ChartData running = callsChart(shown, std::nullopt);
        QCOMPARE(running.buckets(), 21);
        QCOMPARE(running.running, 20);
        const QLocale locale = QLocale::c();
        QVERIFY(running.bucketText(20, locale).contains(u"so far"_s));
        QVERIFY(running.bucketSentence(20, locale).contains(u"so far"_s));
        QVERIFY(!running.bucketText(19, locale).contains(u"so far"_s));
        ChartTable table;
        table.setData(running);
        const int last = table.columnCount() - 1;
        QCOMPARE(table.index(20, last).data().toString(), u"so far"_s);
        QCOMPARE(table.index(19, last).data().toString(), u"complete"_s);
        QVERIFY(table.index(20, 0).data().toString().contains(u"so far"_s));

        shown.asOf = shown.to; // just over
        QCOMPARE(callsChart(shown, std::nullopt).running, -1);
        QCOMPARE(callsChart(shown, std::nullopt).buckets(), 24);
        shown.asOf = shown.to.addSecs(-1);
        QCOMPARE(callsChart(shown, std::nullopt).running, 23);
        shown.asOf = shown.from.addSecs(-60); // has not begun
        QCOMPARE(callsChart(shown, std::nullopt).buckets(), 0);
    }

    /// It is drawn otherwise: the picture of the same numbers differs where the last bucket stands, and
    /// nowhere before.
    void theRunningBucketIsDrawnAsSuch()
    {
        const auto picture = [](bool running) {
            ChartView view;
            ChartData data = callsChart(series(), std::nullopt);
            data.running = running ? 23 : -1;
            view.setData(data);
            view.resize(700, 300);
            view.show();
            return view.grab().toImage();
        };
        const QImage complete = picture(false);
        const QImage running = picture(true);
        int firstDifference = complete.width();
        for (int x = complete.width() - 1; x >= 0; --x)
            for (int y = 0; y < complete.height(); ++y)
                if (complete.pixel(x, y) != running.pixel(x, y))
                    firstDifference = x;
        QVERIFY(firstDifference < complete.width());
        QVERIFY2(firstDifference > complete.width() / 2, qPrintable(QString::number(firstDifference)));
    }

    void aSingleBucketIsSeen()
    {
        ChartData data;
        data.from = start;
        data.lines = {{u"Served"_s, LineLook::Served, {7}, true}};
        ChartView view;
        view.setData(data);
        view.resize(700, 300);
        view.show();
        const QImage picture = view.grab().toImage();
        const QColor wanted = Tokens::of(&view).served;
        int seen = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width() / 2; ++x)
                seen += picture.pixelColor(x, y) == wanted ? 1 : 0;
        QVERIFY(seen > 4);
    }

    void todayIsRunningInTheQuota()
    {
        QuotaState quota;
        quota.quota = 100;
        quota.days = {{QDate(2026, 3, 1), 90, 100, 0}, {QDate(2026, 3, 2), 5, 100, 0}};
        QCOMPARE(quotaChart(quota).running, 1);
        QCOMPARE(quotaChart(QuotaState{}).running, -1);
    }

    void arrowKeysSnapToBuckets()
    {
        ChartView view;
        view.setData(callsChart(series(), std::nullopt));
        view.resize(700, 300);
        view.show();
        view.setFocus();
        QSignalSpy moved(&view, &ChartView::cursorMoved);
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.cursorBucket(), 23);
        QTest::keyClick(&view, Qt::Key_Left);
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.cursorBucket(), 21);
        QTest::keyClick(&view, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(view.cursorBucket(), 11);
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.cursorBucket(), 0);
        QCOMPARE(moved.last().first().toInt(), 0);
        QTest::keyClick(&view, Qt::Key_Escape);
        QCOMPARE(view.cursorBucket(), -1);
    }

    void shiftChoosesARange()
    {
        ChartView view;
        const ChartData data = callsChart(series(), std::nullopt);
        view.setData(data);
        view.resize(700, 300);
        view.show();
        view.setFocus();
        QSignalSpy chosen(&view, &ChartView::rangeChosen);
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(chosen.isEmpty());
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toDateTime(), data.from);
        QCOMPARE(chosen[0][1].toDateTime(), data.from.addSecs(3 * 3600));
    }

    void mouseSnapsToTheNearestBucket()
    {
        ChartView view;
        view.setData(callsChart(series(), std::nullopt));
        view.resize(700, 300);
        view.show();
        QTRY_VERIFY(view.layerRenderings() > 0);
        QTest::mouseMove(&view, QPoint(350, 120));
        QTRY_VERIFY(view.cursorBucket() > 5);
        QVERIFY(view.cursorBucket() < 18);
    }

    void crosshairRepaintsNoLines()
    {
        ChartView view;
        view.setData(callsChart(series(), std::nullopt));
        view.resize(700, 300);
        view.show();
        QVERIFY(!view.grab().isNull());
        const int before = view.layerRenderings();
        for (int i = 0; i < 20; ++i) {
            view.setCursorBucket(i);
            QVERIFY(!view.grab().isNull());
        }
        QCOMPARE(view.layerRenderings(), before);
        m_theme.setAppearance(Appearance::Dark);
        QVERIFY(!view.grab().isNull());
        QCOMPARE(view.layerRenderings(), before + 1);
        m_theme.setAppearance(Appearance::Light);
    }

    void linesAreReallyDrawn()
    {
        ChartView view;
        view.setData(callsChart(series(), std::nullopt));
        view.resize(700, 300);
        view.show();
        const QImage picture = view.grab().toImage();
        const Tokens &tokens = Tokens::of(&view);
        const auto has = [&picture](const QColor &color) {
            for (int y = 0; y < picture.height(); ++y)
                for (int x = 60; x < 500; ++x) {
                    const QColor pixel = picture.pixelColor(x, y);
                    if (std::abs(pixel.red() - color.red()) + std::abs(pixel.green() - color.green()) +
                            std::abs(pixel.blue() - color.blue()) <
                        12)
                        return true;
                }
            return false;
        };
        QVERIFY(has(tokens.served));
        QVERIFY(has(tokens.throttled));
        QVERIFY(has(tokens.errors));
    }

    void isAChartForAssistiveTechnology()
    {
        ChartView view;
        view.setData(callsChart(series(), std::nullopt));
        view.resize(700, 300);
        view.show();
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(face);
        QCOMPARE(face->role(), QAccessible::Chart);
        QCOMPARE(face->text(QAccessible::Name), u"Calls by outcome"_s);
        view.setCursorBucket(1);
        QCOMPARE(face->text(QAccessible::Value),
                 u"%1: Served 101, Throttled 11, Errors 9"_s.arg(view.data().bucketText(1, QLocale())));
    }

    void tableHoldsTheSameNumbers()
    {
        ChartTable table;
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.setData(callsChart(series(), std::nullopt));
        QCOMPARE(table.rowCount(), 24);
        QCOMPARE(table.columnCount(), 5);
        QCOMPARE(table.index(2, 1).data().toString(), u"102"_s);
        QCOMPARE(table.index(2, 3).data().toString(), u"12"_s);
        QVERIFY(table.index(2, 0).data(Qt::AccessibleTextRole).toString().contains(u"Served 102"_s));
        table.setData({});
        QCOMPARE(table.rowCount(), 0);
    }

private:
    ThemeController &m_theme;
};

PC_THEMED_TEST_MAIN(ChartTest)
#include "tst_chart.moc"
