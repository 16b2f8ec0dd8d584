// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/limits/gcra.h"

#include <QTest>

#include <rapidcheck.h>

#include <cmath>
#include <limits>

using pc::platform::Gcra;
using std::chrono::nanoseconds;

namespace {

rc::Gen<double> anyRate()
{
    return rc::gen::map(rc::gen::inRange(1, 500'000), [](int n) { return n / 100.0; });
}

} // namespace

class TestGcra : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A lower limit that was in force before must not outlive itself.
    void aRaisedLimitIsHadAtOnce()
    {
        const nanoseconds now(1'000'000'000'000);
        const Gcra slow(1e-4, 1); // one call in nearly three hours
        const auto taken = slow.judge({}, now);
        QVERIFY(taken.allowed);
        QVERIFY(!slow.judge(taken.next, now + nanoseconds(1)).allowed);
        const Gcra quick(5, 10);
        const auto after = quick.judge(taken.next, now + nanoseconds(1));
        QVERIFY(after.allowed);
        QCOMPARE(quick.level(after.next, now + nanoseconds(1)).remaining, 9);
        QCOMPARE(after.next.tat, now + nanoseconds(1) + nanoseconds(200'000'000));
    }

    void burstThenPace()
    {
        const Gcra limit(2, 3);
        Gcra::State state;
        for (const int left : {2, 1, 0}) {
            const auto answer = limit.judge(state, nanoseconds(0));
            QVERIFY(answer.allowed);
            state = answer.next;
            QCOMPARE(limit.level(state, nanoseconds(0)).remaining, left);
        }
        const auto refused = limit.judge(state, nanoseconds(0));
        QVERIFY(!refused.allowed);
        QCOMPARE(refused.retryAfter, nanoseconds(500'000'000));
        QCOMPARE(refused.next.tat, state.tat);
        QCOMPARE(limit.level(state, nanoseconds(0)).fullAfter, nanoseconds(1'500'000'000));
        QVERIFY(limit.judge(state, refused.retryAfter).allowed);
        QVERIFY(!limit.judge(state, refused.retryAfter - nanoseconds(1)).allowed);
    }

    void closedAndExtreme()
    {
        for (const double rate : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN()}) {
            const auto answer = Gcra(rate, 5).judge({}, nanoseconds(0));
            QVERIFY(!answer.allowed);
            QVERIFY(answer.retryAfter > nanoseconds(0));
            QCOMPARE(Gcra(rate, 5).level({}, nanoseconds(0)).remaining, 0);
            QCOMPARE(Gcra(rate, 5).level({}, nanoseconds(0)).fullAfter, answer.retryAfter);
        }
        const Gcra tiny(1e-300, 1'000'000'000);
        const auto first = tiny.judge({}, nanoseconds(INT64_MAX / 4));
        QVERIFY(first.allowed);
        QCOMPARE(tiny.level({}, nanoseconds(0)).remaining, 1); // a burst that does not fit is cut short
        QVERIFY(!tiny.judge(first.next, nanoseconds(INT64_MAX / 4)).allowed);
        const Gcra quickest(std::numeric_limits<double>::infinity(), 0); // no burst is one
        QCOMPARE(quickest.judge({}, nanoseconds(5)).next.tat, nanoseconds(6));
        QCOMPARE(quickest.level({}, nanoseconds(5)).remaining, 1);
        QVERIFY(Gcra(std::numeric_limits<double>::infinity(), 1).judge({}, nanoseconds(0)).allowed);
    }

    // In every window of length w at most burst + rate × w calls pass, whatever the arrivals were.
    void everyWindowIsBounded()
    {
        QVERIFY(rc::check("burst + rate x window", [] {
            const double rate = *anyRate();
            const int burst = *rc::gen::inRange(1, 50);
            const auto gaps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 400'000'000));
            const Gcra limit(rate, burst);
            Gcra::State state;
            nanoseconds now{0};
            std::vector<nanoseconds> admitted;
            for (const int gap : gaps) {
                now += nanoseconds(gap / (gap % 3 == 0 ? 1'000 : 1));
                const auto answer = limit.judge(state, now);
                if (answer.allowed)
                    admitted.push_back(now);
                state = answer.next;
            }
            for (std::size_t from = 0; from < admitted.size(); ++from) {
                for (std::size_t to = from; to < admitted.size(); ++to) {
                    const double window = static_cast<double>((admitted[to] - admitted[from]).count()) / 1e9;
                    RC_ASSERT(static_cast<double>(to - from + 1) <= burst + rate * window + 1e-6);
                }
            }
        }));
    }

    void retryAfterIsHonest()
    {
        QVERIFY(rc::check("waiting Retry-After succeeds, a nanosecond less does not", [] {
            const Gcra limit(*anyRate(), *rc::gen::inRange(1, 50));
            Gcra::State state;
            nanoseconds now{*rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000)};
            auto answer = limit.judge(state, now);
            while (answer.allowed) {
                state = answer.next;
                answer = limit.judge(state, now);
            }
            RC_ASSERT(limit.judge(state, now + answer.retryAfter).allowed);
            RC_ASSERT(!limit.judge(state, now + answer.retryAfter - nanoseconds(1)).allowed);
        }));
    }

    void refusalsConsumeNothing()
    {
        QVERIFY(rc::check("a refusal leaves the state as it was", [] {
            const Gcra limit(*anyRate(), *rc::gen::inRange(1, 5));
            Gcra::State state;
            const auto gaps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 10'000'000));
            nanoseconds now{0};
            for (const int gap : gaps) {
                now += nanoseconds(gap);
                const auto answer = limit.judge(state, now);
                if (!answer.allowed)
                    RC_ASSERT(answer.next.tat == state.tat);
                state = answer.next;
            }
        }));
    }

    void remainingIsTrue()
    {
        QVERIFY(rc::check("exactly `remaining` further calls pass at the same instant", [] {
            const Gcra limit(*anyRate(), *rc::gen::inRange(1, 60));
            Gcra::State state;
            const int before = *rc::gen::inRange(0, 40);
            nanoseconds now{0};
            for (int i = 0; i < before; ++i) {
                state = limit.judge(state, now).next;
                now += nanoseconds(*rc::gen::inRange(0, 100'000'000));
            }
            const Gcra::Level level = limit.level(state, now);
            RC_ASSERT(limit.judge(state, now).allowed == (level.remaining > 0));
            // Whoever waits as long as it says has the whole burst again, and not earlier.
            RC_ASSERT(limit.level(state, now + level.fullAfter).remaining == limit.level({}, now).remaining);
            RC_ASSERT(limit.level(state, now + level.fullAfter).fullAfter == nanoseconds(0));
            std::int64_t passed = 0;
            for (; limit.judge(state, now).allowed; ++passed)
                state = limit.judge(state, now).next;
            RC_ASSERT(passed == level.remaining);
        }));
    }
};

QTEST_APPLESS_MAIN(TestGcra)
#include "tst_gcra.moc"
