// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/time/time_map.h"
#include "models/time/time_span.h"

#include <rapidcheck.h>

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace pc;
using namespace pc::models;

namespace {

const QDateTime begin({2026, 11, 27}, {0, 0}, Qt::UTC);

TimeHistogram histogramOf(const QList<qint64> &counts, qint64 bucketMs = 60'000)
{
    TimeHistogram made;
    made.from = begin;
    made.bucketMs = bucketMs;
    made.to = begin.addMSecs(bucketMs * counts.size());
    made.matching = counts;
    return made;
}

/// Any counts, many of them nothing; the last bucket may be cut.
TimeHistogram anyHistogram()
{
    const int buckets = *rc::gen::inRange(1, TimeHistogram::mostBuckets + 1);
    QList<qint64> counts;
    for (int i = 0; i < buckets; ++i)
        counts.append(*rc::gen::arbitrary<bool>() ? 0 : *rc::gen::inRange<qint64>(0, 5'000'000));
    const qint64 bucketMs = *rc::gen::elementOf(std::vector<qint64>{1'000, 60'000, 3'600'000, 86'400'000});
    TimeHistogram made = histogramOf(counts, bucketMs);
    made.to = made.to.addMSecs(-*rc::gen::inRange<qint64>(0, bucketMs));
    return made;
}

double anyFraction()
{
    return *rc::gen::inRange(0, 1'000'001) / 1'000'000.0;
}

qint64 bucketOf(const TimeHistogram &histogram, const QDateTime &at)
{
    return histogram.from.msecsTo(at) / histogram.bucketMs;
}

} // namespace

/// Where a place in the list lies in time, and back.
class TimeMapTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bucketsTakeRoomByTheirRows()
    {
        const TimeMap map(histogramOf({100, 0, 0, 300}));
        QCOMPARE(map.total(), 400);
        QCOMPARE(map.timeAt(0.0, false), begin);
        QCOMPARE(map.timeAt(0.125, false), begin.addSecs(30));
        QCOMPARE(map.timeAt(0.25, false), begin.addSecs(180)); // the buckets between take no room
        QCOMPARE(map.timeAt(0.625, false), begin.addSecs(210));
        QCOMPARE(map.timeAt(1.0, false), begin.addSecs(240));
        QCOMPARE(map.fractionAt(begin.addSecs(30), false), 0.125);
        QCOMPARE(map.fractionAt(begin.addSecs(60), false), 0.25);
        QCOMPARE(map.fractionAt(begin.addSecs(120), false), 0.25);
        QCOMPARE(map.fractionAt(begin.addSecs(180), false), 0.25);
        QCOMPARE(map.fractionAt(begin.addSecs(-5), false), 0.0);
        QCOMPARE(map.fractionAt(begin.addDays(5), false), 1.0);
        // The other way round.
        QCOMPARE(map.timeAt(0.0, true), begin.addSecs(240));
        QCOMPARE(map.timeAt(0.375, true), begin.addSecs(210));
        QCOMPARE(map.timeAt(0.75, true), begin.addSecs(60)); // what comes next in this order ends there
        QCOMPARE(map.timeAt(1.0, true), begin);
        QCOMPARE(map.fractionAt(begin.addSecs(210), true), 0.375);
        QCOMPARE(map.countIn(begin.addSecs(30), begin.addSecs(210)), 200.0);
        QCOMPARE(map.countIn({}, {}), 400.0);
    }

    void theEndsAreWhereRowsAre()
    {
        const TimeMap map(histogramOf({0, 0, 10, 0}));
        QCOMPARE(map.timeAt(0.0, false), begin.addSecs(120));
        QCOMPARE(map.timeAt(1.0, false), begin.addSecs(180));
        QCOMPARE(map.timeAt(0.0, true), begin.addSecs(180));
        QCOMPARE(map.timeAt(1.0, true), begin.addSecs(120));
    }

    void theLastBucketMayBeCut()
    {
        TimeHistogram cut = histogramOf({10, 10});
        cut.to = begin.addSecs(70);
        const TimeMap map(cut);
        QCOMPARE(map.timeAt(1.0, false), begin.addSecs(70));
        QCOMPARE(map.timeAt(0.75, false), begin.addSecs(65));
        QCOMPARE(map.fractionAt(begin.addSecs(65), false), 0.75);
    }

    void withoutCountsItIsLinear()
    {
        for (const TimeHistogram &nothing : {histogramOf({0, 0, 0, 0}), [] {
                                                 TimeHistogram made = histogramOf({1, 1, 1, 1});
                                                 made.matching.clear();
                                                 return made;
                                             }()}) {
            const TimeMap map(nothing);
            QCOMPARE(map.timeAt(0.25, false), begin.addSecs(60));
            QCOMPARE(map.timeAt(0.25, true), begin.addSecs(180));
            QCOMPARE(map.fractionAt(begin.addSecs(60), false), 0.25);
            QCOMPARE(map.fractionAt(begin.addSecs(60), true), 0.75);
        }
        QVERIFY(!TimeMap().timeAt(0.5, true).isValid());
        QCOMPARE(TimeMap(TimeHistogram()).fractionAt(begin, true), 0.0);
        QCOMPARE(TimeMap(histogramOf({5})).fractionAt({}, true), 0.0);
        QCOMPARE(TimeMap(histogramOf({5})).timeAt(std::nan(""), false), begin);
    }

    void isMonotone()
    {
        QVERIFY(rc::check("farther in the list is never back in time", [] {
            const TimeMap map(anyHistogram());
            const double a = anyFraction();
            const double b = anyFraction();
            RC_ASSERT(map.timeAt(std::min(a, b), false) <= map.timeAt(std::max(a, b), false));
            RC_ASSERT(map.timeAt(std::min(a, b), true) >= map.timeAt(std::max(a, b), true));
        }));
        QVERIFY(rc::check("later is never before in the list", [] {
            const TimeHistogram histogram = anyHistogram();
            const TimeMap map(histogram);
            const qint64 length = histogram.from.msecsTo(histogram.to);
            const QDateTime a = histogram.from.addMSecs(*rc::gen::inRange<qint64>(-5, length + 5));
            const QDateTime b = a.addMSecs(*rc::gen::inRange<qint64>(0, length));
            RC_ASSERT(map.fractionAt(a, false) <= map.fractionAt(b, false));
            RC_ASSERT(map.fractionAt(a, true) >= map.fractionAt(b, true));
            RC_ASSERT(map.fractionAt(a, true) >= 0.0 && map.fractionAt(a, true) <= 1.0);
        }));
    }

    void isInverseWithinABucket()
    {
        QVERIFY(rc::check("a place is found again", [] {
            const TimeHistogram histogram = anyHistogram();
            const TimeMap map(histogram);
            RC_PRE(map.total() > 0);
            const bool newestFirst = *rc::gen::arbitrary<bool>();
            const double fraction = anyFraction();
            const QDateTime at = map.timeAt(fraction, newestFirst);
            // A millisecond holds as many rows as the densest of the buckets around has in one.
            const qint64 bucket = bucketOf(histogram, at);
            double rows = 0;
            for (qint64 near = bucket - 1; near <= bucket + 1; ++near)
                rows = std::max(rows, double(histogram.matching.value(near)));
            const qint64 shortest = std::min(
                histogram.bucketMs, histogram.startOf(histogram.matching.size() - 1).msecsTo(histogram.to));
            RC_ASSERT(std::abs(map.fractionAt(at, newestFirst) - fraction) <=
                      rows / double(shortest) / double(map.total()) + 1e-9);
        }));
        QVERIFY(rc::check("a time in a bucket with rows is found again", [] {
            const TimeHistogram histogram = anyHistogram();
            const TimeMap map(histogram);
            RC_PRE(map.total() > 0);
            const bool newestFirst = *rc::gen::arbitrary<bool>();
            const qint64 length = histogram.from.msecsTo(histogram.to);
            const QDateTime at = histogram.from.addMSecs(*rc::gen::inRange<qint64>(0, length));
            const qint64 bucket = bucketOf(histogram, at);
            RC_PRE(histogram.matching.at(bucket) > 0);
            const QDateTime again = map.timeAt(map.fractionAt(at, newestFirst), newestFirst);
            const qint64 inside = histogram.startOf(bucket).msecsTo(at);
            // The edges of a bucket are those of its neighbours too, where buckets with nothing lie between.
            RC_PRE(inside > 0);
            // 300 buckets of five million rows each: a double tells places to 1e-16 of the whole.
            const double grain = double(histogram.bucketMs) * double(map.total()) /
                                 double(histogram.matching.at(bucket)) * 4e-16;
            RC_ASSERT(std::abs(at.msecsTo(again)) <= 1 + qint64(grain));
        }));
    }

    void emptyBucketsTakeNoRoom()
    {
        QVERIFY(rc::check("no place lies inside of nothing", [] {
            const TimeHistogram histogram = anyHistogram();
            const TimeMap map(histogram);
            RC_PRE(map.total() > 0);
            const QDateTime at = map.timeAt(anyFraction(), *rc::gen::arbitrary<bool>());
            const qint64 bucket = bucketOf(histogram, at);
            const bool edge = histogram.startOf(bucket) == at;
            RC_ASSERT(histogram.matching.value(bucket) > 0 ||
                      (edge && histogram.matching.value(bucket - 1) > 0) || at == histogram.to);
        }));
    }

    void spansHoldTheirBeginningOnly()
    {
        const TimeSpan span{begin, begin.addSecs(60)};
        QVERIFY(span.contains(begin) && !span.contains(begin.addSecs(60)) &&
                !span.contains(begin.addMSecs(-1)));
        QCOMPARE(span.milliseconds().value(), 60'000);
        QVERIFY(!span.isEmpty() && span.isBounded() && !span.isAll());
        QVERIFY((TimeSpan{begin, begin}.isEmpty()));
        QVERIFY((TimeSpan{begin, {}}.contains(begin.addYears(50)) && !TimeSpan{begin, {}}.milliseconds()));
        QVERIFY((TimeSpan{{}, begin}.contains(begin.addYears(-50)) && !TimeSpan{{}, begin}.contains(begin)));
        QVERIFY(TimeSpan().isAll() && !TimeSpan().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TimeMapTest)
#include "tst_time_map.moc"
