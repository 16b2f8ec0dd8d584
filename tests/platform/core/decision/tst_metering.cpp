// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/decision/metering.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace pc;
using namespace pc::platform;
using namespace std::chrono_literals;

namespace {

CallRecord record(int n)
{
    CallRecord call;
    call.id = QString::number(n);
    return call;
}

} // namespace

class TestMetering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOrderAndLeavesTheRest()
    {
        CallQueue queue;
        for (int i = 0; i < 7; ++i)
            QVERIFY(queue.push(record(i)));
        const auto first = queue.takeNow(5);
        QCOMPARE(first.records.size(), std::size_t(5));
        QCOMPARE(first.records.back().id, QStringLiteral("4"));
        QCOMPARE(queue.take(5, 1ms).records.size(), std::size_t(2));
        QVERIFY(queue.takeNow().records.empty());
    }

    void fullDropsTheNewestAndSaysSo()
    {
        CallQueue queue(3);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(queue.push(record(i)), i < 3);
        QCOMPARE(queue.droppedTotal(), 2u);
        const auto batch = queue.takeNow();
        QCOMPARE(batch.records.size(), std::size_t(3));
        QCOMPARE(batch.records.back().id, QStringLiteral("2"));
        QCOMPARE(batch.dropped, 2u);
        QCOMPARE(queue.takeNow().dropped, 0u);
    }

    void takeWaitsForABatchNoLongerThanTold()
    {
        CallQueue queue;
        std::atomic<bool> took{false};
        std::thread consumer([&] {
            const auto batch = queue.take(2, 10min);
            QCOMPARE(batch.records.size(), std::size_t(2));
            took = true;
        });
        queue.push(record(1));
        queue.push(record(2)); // complete: does not wait the ten minutes
        consumer.join();
        QVERIFY(took);
        queue.push(record(3));
        QCOMPARE(queue.take(500, 5ms).records.size(), std::size_t(1)); // not complete, but late enough
    }

    // A consumer that waits is woken by the record that makes its batch complete, each time.
    void everyCompleteBatchWakes()
    {
        CallQueue queue;
        std::atomic<int> batches{0};
        std::thread consumer([&] {
            for (int i = 0; i < 50; ++i) {
                if (queue.take(3, 10min).records.size() == 3)
                    ++batches;
            }
        });
        for (int i = 0; i < 50; ++i) {
            while (batches < i)
                std::this_thread::yield();
            std::this_thread::sleep_for(200us); // it waits again, most of the times
            for (int n = 0; n < 3; ++n)
                QVERIFY(queue.push(record(n)));
        }
        consumer.join();
        QCOMPARE(batches.load(), 50);
    }

    // By this a report of gateways is known to be about records that were taken.
    void recordsAreNumbered()
    {
        CallQueue queue(2);
        QCOMPARE(queue.takeNow().last, 0u);
        queue.push(record(1));
        queue.pushCounted(record(2));
        QVERIFY(!queue.push(record(3)));
        QCOMPARE(queue.pushed(), 2u);
        QCOMPARE(queue.takeNow(1).last, 1u);
        QCOMPARE(queue.takeNow(1).last, 2u);
        QCOMPARE(queue.takeNow().last, 2u);
    }

    void whoIsInAHurryWaitsForNoBatch()
    {
        CallQueue queue;
        queue.push(record(1));
        queue.hurry();
        QCOMPARE(queue.take(500, std::chrono::minutes(1)).records.size(), std::size_t(1));
        queue.push(record(2));
        QCOMPARE(queue.take(500, std::chrono::milliseconds(1)).records.size(), std::size_t(1)); // once
    }

    void closedIsSaidWithTheLast()
    {
        CallQueue queue;
        QVERIFY(!queue.takeNow().closed);
        queue.push(record(1));
        queue.push(record(2));
        queue.close();
        QVERIFY(!queue.takeNow(1).closed);
        QVERIFY(queue.takeNow(1).closed);
        QVERIFY(queue.take(1, 10min).closed); // and does not wait
        QVERIFY(!queue.push(record(3)));
        QCOMPARE(queue.takeNow().dropped, 1u);
    }

    void closeEndsTheConsumer()
    {
        CallQueue queue;
        queue.push(record(1));
        std::thread consumer([&] {
            std::size_t seen = 0;
            for (;;) {
                const auto batch = queue.take(500, 10min);
                seen += batch.records.size();
                if (batch.closed)
                    break;
            }
            QCOMPARE(seen, std::size_t(1));
        });
        QTest::qSleep(5); // it waits, most of the times
        queue.close();
        consumer.join();
        QVERIFY(!queue.push(record(2)));
    }

    void manyProducersLoseNothing()
    {
        CallQueue queue;
        std::atomic<bool> done{false};
        std::size_t seen = 0;
        std::thread consumer([&] {
            while (!done || queue.size() > 0)
                seen += queue.take(500, 1ms).records.size();
        });
        std::vector<std::thread> producers;
        for (int t = 0; t < 8; ++t)
            producers.emplace_back([&] {
                for (int i = 0; i < 1000; ++i)
                    queue.push(record(i));
            });
        for (auto &each : producers)
            each.join();
        done = true;
        consumer.join();
        QCOMPARE(seen, std::size_t(8000));
        QCOMPARE(queue.droppedTotal(), 0u);
    }
};

QTEST_APPLESS_MAIN(TestMetering)
#include "tst_metering.moc"
