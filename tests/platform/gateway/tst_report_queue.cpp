// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/report_queue.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;

namespace {

CallRecord record()
{
    CallRecord call;
    call.method = u"GET"_s;
    return call;
}

QByteArray lines(qint64 count)
{
    return QByteArray("{}\n").repeated(count);
}

} // namespace

class TestReportQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreCounted()
    {
        QCOMPARE(ReportQueue::linesOf({}), 0);
        QCOMPARE(ReportQueue::linesOf("{}"), 1);
        QCOMPARE(ReportQueue::linesOf("{}\n"), 1);
        QCOMPARE(ReportQueue::linesOf("{}\n{}"), 2);
        QCOMPARE(ReportQueue::linesOf("\n\n"), 2);
    }

    void oneGatewayLeavesRoomForOthers()
    {
        CallQueue calls;
        ReportQueue queue(calls);
        std::vector<std::shared_ptr<const void>> held;
        for (int i = 0; i < ReportQueue::mostOfOne; ++i) {
            held.push_back(queue.place(u"edge"_s));
            QVERIFY(held.back());
        }
        QVERIFY(!queue.place(u"edge"_s));
        QVERIFY(queue.place(u"other"_s));
        held.pop_back();
        QVERIFY(queue.place(u"edge"_s));
        for (int i = 0; held.size() < ReportQueue::mostWaiting; ++i)
            held.push_back(queue.place(u"g%1"_s.arg(i)));
        QVERIFY(!queue.place(u"last"_s));
        held.clear();
        QVERIFY(queue.place(u"last"_s));
    }

    void aPlaceOutlivesTheQueue()
    {
        CallQueue calls;
        auto queue = std::make_unique<ReportQueue>(calls);
        auto held = queue->place(u"edge"_s);
        queue.reset();
        held.reset();
    }

    // A report is of decisions whose records were pushed before it.
    void recordsComeFirst()
    {
        CallQueue calls;
        ReportQueue queue(calls);
        QVERIFY(calls.push(record()));
        QVERIFY(calls.push(record()));
        queue.push({u"edge"_s, lines(1), {}});
        QVERIFY(calls.push(record()));
        CallQueue::Batch batch = calls.takeNow(1);
        QCOMPARE(batch.last, 1u);
        QVERIFY(!queue.hasReady(batch.last));
        QVERIFY(queue.take(batch.last).empty());
        batch = calls.takeNow(1);
        QVERIFY(queue.hasReady(batch.last));
        QCOMPARE(queue.take(batch.last).size(), std::size_t(1));
        QVERIFY(!queue.hasReady(batch.last));
        QCOMPARE(calls.takeNow().last, calls.pushed());
    }

    void notMoreLinesThanOneReportMayHave()
    {
        CallQueue calls;
        ReportQueue queue(calls);
        for (int i = 0; i < 3; ++i)
            queue.push({u"edge"_s, lines(ReportQueue::mostLines * 2 / 5), {}});
        queue.push({u"edge"_s, lines(ReportQueue::mostLines), {}});
        QCOMPARE(queue.take(0).size(), std::size_t(2));
        QCOMPARE(queue.take(0).size(), std::size_t(1));
        QCOMPARE(queue.take(0).size(), std::size_t(1));
        QVERIFY(queue.take(0).empty());
    }

    // The next report comes when this one is answered, so nobody waits for the usual moment.
    void oneOfManyIsTakenAtOnce()
    {
        CallQueue calls;
        ReportQueue queue(calls);
        std::atomic<bool> isTaken{false};
        std::thread consumer([&] {
            const CallQueue::Batch batch = calls.take(500, std::chrono::minutes(1));
            isTaken = queue.take(batch.last).size() == 1;
        });
        queue.push({u"edge"_s, lines(ReportQueue::manyLines), {}});
        consumer.join();
        QVERIFY(isTaken);
    }

    void whatIsNotTakenIsAnsweredAllTheSame()
    {
        CallQueue calls;
        ReportQueue queue(calls);
        int refused = 0;
        const auto answer = [&refused](const std::optional<ReportCounts> &counts) {
            refused += counts ? 0 : 1;
        };
        queue.push({u"edge"_s, lines(1), answer});
        queue.close();
        QCOMPARE(refused, 1);
        queue.push({u"edge"_s, lines(1), answer});
        QCOMPARE(refused, 2);
        QVERIFY(queue.take(99).empty());
    }

    void countsAsJson()
    {
        const ReportCounts counts{1, 2, 3, 4, 5};
        QCOMPARE(counts.lines(), 15);
        QCOMPARE(jsonOf(counts), R"({"known":2,"left_out":4,"malformed":5,"taken":1,"unknown":3})"_ba);
        QCOMPARE(reportCountsFrom(jsonOf(counts)), std::optional(counts));
        QCOMPARE(reportCountsFrom(R"({"taken":1})"), std::optional<ReportCounts>());
        QCOMPARE(reportCountsFrom("not it"), std::optional<ReportCounts>());
        ReportCounts sum = counts;
        sum += counts;
        QCOMPARE(sum, (ReportCounts{2, 4, 6, 8, 10}));
        QCOMPARE(sentenceOf(counts), u"1 taken, 2 known, 3 unknown, 4 left out, 5 malformed"_s);
    }
};

QTEST_GUILESS_MAIN(TestReportQueue)
#include "tst_report_queue.moc"
