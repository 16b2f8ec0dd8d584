// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/limits/counters.h"

#include <QTest>

#include <rapidcheck.h>

#include <atomic>
#include <thread>

using namespace pc;
using namespace pc::platform;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Verdict = LimitVerdict::Outcome;

Instant noon()
{
    return instantOf(QDateTime(QDate(2026, 3, 10), QTime(12, 0), Qt::UTC));
}

LimitSubject subject(const Limits &limits)
{
    return {u"prt_1"_s, Realm::Production, limits, QTimeZone::utc()};
}

Limits anyLimits()
{
    return {*rc::gen::inRange(1, 2000) / 10.0, *rc::gen::inRange(1, 20), *rc::gen::inRange<qint64>(0, 30)};
}

/// How many calls pass at this very instant.
qint64 passAtOnce(Counters &counters, const LimitSubject &limited, Moment now)
{
    qint64 passed = 0;
    while (counters.take(limited, now).outcome == Verdict::Allowed)
        ++passed;
    return passed;
}

} // namespace

class TestCounters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A call that any of its limits refuses moves none of them: what the others have left afterwards is
    // unchanged.
    void allOrNothing()
    {
        QVERIFY(rc::check("all limits move, or none", [] {
            Counters counters;
            const LimitSubject limited = subject(anyLimits());
            Moment now{noon(), 0ns};
            const auto gaps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 200'000));
            qint64 taken = 0;
            for (const int gap : gaps) {
                now.steady += std::chrono::microseconds(gap);
                const LimitVerdict before = counters.peek(limited, now);
                const LimitVerdict verdict = counters.take(limited, now);
                RC_ASSERT(before.outcome == verdict.outcome);
                if (verdict.outcome == Verdict::Allowed) {
                    ++taken;
                } else {
                    const LimitVerdict after = counters.peek(limited, now);
                    RC_ASSERT(after.retryAfter == before.retryAfter);
                    RC_ASSERT(after.quotaRemaining == before.quotaRemaining);
                    RC_ASSERT(verdict.quotaRemaining == before.quotaRemaining);
                    RC_ASSERT(verdict.remaining == before.remaining);
                    RC_ASSERT(verdict.fullAfter == before.fullAfter);
                }
                RC_ASSERT(counters.quotaUsed(limited.partnerId, limited.realm, limited.timeZone, now.wall) ==
                          taken);
            }
        }));
    }

    // Whatever rate, burst and quota are, and whether the last call was counted, refused by the rate or
    // refused by the quota: as many calls pass at once as the smaller of the two figures says.
    void whatIsLeftIsWhatPasses()
    {
        QVERIFY(rc::check("the figures of every verdict are true", [] {
            Counters counters;
            const LimitSubject limited = subject(anyLimits());
            Moment now{noon(), 0ns};
            const auto gaps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 400'000));
            LimitVerdict verdict = counters.take(limited, now);
            for (const int gap : gaps) {
                now.steady += std::chrono::microseconds(gap);
                verdict = counters.take(limited, now);
            }
            RC_ASSERT((verdict.quotaRemaining < 0) == (limited.limits.dailyQuota == 0));
            RC_ASSERT(verdict.quota == limited.limits.dailyQuota);
            RC_ASSERT(verdict.burst == limited.limits.burst);
            const qint64 left = verdict.quotaRemaining < 0
                                    ? verdict.remaining
                                    : std::min(verdict.remaining, verdict.quotaRemaining);
            RC_ASSERT(verdict.outcome == Verdict::Allowed || left == 0);
            RC_ASSERT(passAtOnce(counters, limited, now) == left);
            // And when the quota is what is left, waiting for the rate gives exactly that many.
            const qint64 today = counters.peek(limited, now).quotaRemaining;
            now.steady += counters.peek(limited, now).fullAfter;
            const qint64 burst = limited.limits.burst;
            RC_ASSERT(passAtOnce(counters, limited, now) == (today < 0 ? burst : std::min(today, burst)));
        }));
    }

    void aCallThatWasNotCountedLeavesWhatWasThere()
    {
        Counters counters;
        const LimitSubject limited = subject({1, 1, 3});
        Moment now{noon(), 0ns};
        QCOMPARE(counters.take(limited, now).quotaRemaining, 2);
        now.steady += 1s;
        QCOMPARE(counters.take(limited, now).quotaRemaining, 1);
        const LimitVerdict byRate = counters.take(limited, now);
        QCOMPARE(byRate.outcome, Verdict::RateLimited);
        QCOMPARE(byRate.remaining, 0);
        QCOMPARE(byRate.quotaRemaining, 1);
        now.steady += byRate.retryAfter;
        QCOMPARE(counters.take(limited, now).quotaRemaining, 0);
        now.steady += 1s;
        const LimitVerdict byQuota = counters.take(limited, now);
        QCOMPARE(byQuota.outcome, Verdict::QuotaExceeded);
        QCOMPARE(byQuota.quotaRemaining, 0);
        QCOMPARE(byQuota.remaining, 1); // the rate would let one pass
        QCOMPARE(byQuota.fullAfter, 0ns);
    }

    void retryAfterIsHonest()
    {
        QVERIFY(rc::check("waiting Retry-After succeeds", [] {
            Counters counters;
            const LimitSubject limited = subject(anyLimits());
            Moment now{noon(), 0ns};
            LimitVerdict verdict = counters.take(limited, now);
            for (int i = 0; i < 100 && verdict.outcome == Verdict::Allowed; ++i)
                verdict = counters.take(limited, now);
            RC_PRE(verdict.outcome != Verdict::Allowed);
            RC_ASSERT(verdict.retryAfter > 0ns);
            now.steady += verdict.retryAfter;
            now.wall += std::chrono::ceil<std::chrono::milliseconds>(verdict.retryAfter);
            RC_ASSERT(counters.take(limited, now).outcome == Verdict::Allowed);
        }));
    }

    void neverOverTheLimitWith64Threads()
    {
        Counters counters;
        const LimitSubject limited = subject({0.001, 500, 400});
        std::atomic<int> allowed{0};
        std::vector<std::thread> threads;
        for (int t = 0; t < 64; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 100; ++i) {
                    if (counters.take(limited, {noon(), 0ns}).outcome == Verdict::Allowed)
                        ++allowed;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(allowed.load(), 400); // the quota is the narrowest
        QCOMPARE(counters.quotaUsed(u"prt_1"_s, Realm::Production, QTimeZone::utc(), noon()), 400);
        QCOMPARE(counters.peek(subject({0.001, 500, 0}), {noon(), 0ns}).remaining, 100);
    }

    /// A clock that is a day ahead for a minute gives no second quota when it is set back.
    void aClockThatWasAheadGivesNoSecondQuota()
    {
        Counters counters;
        const LimitSubject limited = subject({1e6, 1000000, 5});
        Moment now{noon(), 0ns};
        for (int i = 0; i < 4; ++i)
            QCOMPARE(counters.take(limited, now).outcome, Verdict::Allowed);
        now.wall += 25h;
        QCOMPARE(counters.take(limited, now).outcome, Verdict::Allowed); // another day, by that clock
        now.wall -= 25h;
        QCOMPARE(counters.take(limited, now).outcome, Verdict::QuotaExceeded);
    }

    void quotaTurnsOverAtThePartnersMidnight()
    {
        Counters counters;
        LimitSubject limited = subject({1e6, 1000000, 3});
        limited.timeZone = QTimeZone("America/New_York");
        const Moment late{instantOf(QDateTime(QDate(2026, 3, 11), QTime(3, 59, 59), Qt::UTC)),
                          0ns}; // 23:59:59 EDT
        for (int i = 0; i < 3; ++i)
            QCOMPARE(counters.take(limited, late).outcome, Verdict::Allowed);
        const LimitVerdict over = counters.take(limited, late);
        QCOMPARE(over.outcome, Verdict::QuotaExceeded);
        QCOMPARE(over.retryAfter, std::chrono::nanoseconds(1s));
        QCOMPARE(counters.take(limited, {late.wall + 1s, 1s}).outcome, Verdict::Allowed);
        QCOMPARE(counters.quotaUsed(limited.partnerId, limited.realm, limited.timeZone, late.wall + 1s), 1);
    }

    void clockSetBackGivesNoSecondHelping()
    {
        Counters counters;
        const LimitSubject limited = subject({1e6, 1000000, 2});
        QCOMPARE(counters.take(limited, {noon(), 0ns}).outcome, Verdict::Allowed);
        QCOMPARE(counters.take(limited, {noon(), 0ns}).outcome, Verdict::Allowed);
        QCOMPARE(counters.take(limited, {noon() - 24h, 0ns}).outcome, Verdict::QuotaExceeded);
    }

    void survivesARestart()
    {
        Counters before(true);
        const LimitSubject limited = subject({1e6, 1000000, 4});
        for (int i = 0; i < 3; ++i)
            QCOMPARE(before.take(limited, {noon(), 0ns}).outcome, Verdict::Allowed);
        const Counters::Dirty dirty = before.takeDirty();
        QCOMPARE(dirty.calls, std::vector<qint64>{3});
        QCOMPARE(dirty.counts.size(), std::size_t(1));
        before.persisted(dirty, true);
        QCOMPARE(before.unpersisted(), 0);
        QVERIFY(before.takeDirty().counts.empty());

        Counters after(true);
        after.restore(dirty.counts);
        QCOMPARE(after.quotaUsed(u"prt_1"_s, Realm::Production, QTimeZone::utc(), noon()), 3);
        QCOMPARE(after.take(limited, {noon(), 0ns}).outcome, Verdict::Allowed);
        QCOMPARE(after.take(limited, {noon(), 0ns}).outcome, Verdict::QuotaExceeded);
        QCOMPARE(after.takeDirty().counts.front().used, 4);
    }

    void failedCommitStaysDirty()
    {
        Counters counters(true);
        const LimitSubject limited = subject({1e6, 1000000, 5});
        (void)counters.take(limited, {noon(), 0ns});
        const Counters::Dirty first = counters.takeDirty();
        counters.persisted(first, false);
        QCOMPARE(counters.unpersisted(), 1);
        const Counters::Dirty again = counters.takeDirty();
        QCOMPARE(again.counts, first.counts);
        QCOMPARE(again.calls, std::vector<qint64>{1});
    }

    // What a kill -9 may forget is bounded even when the store takes nothing any more.
    void storeBehindRefusesCountedCallsOnly()
    {
        Counters counters(true);
        const LimitSubject counted = subject({1e9, 1000000000, 1'000'000});
        for (qint64 i = 0; i < Counters::maxUnpersisted; ++i)
            QCOMPARE(counters.take(counted, {noon(), 0ns}).outcome, Verdict::Allowed);
        const LimitVerdict refused = counters.take(counted, {noon(), 0ns});
        QCOMPARE(refused.outcome, Verdict::QuotaExceeded);
        QCOMPARE(refused.retryAfter, std::chrono::nanoseconds(1s));
        QVERIFY(counters.isBehind());
        QCOMPARE(counters.take(subject({1e9, 1000000000, 0}), {noon(), 0ns}).outcome, Verdict::Allowed);
        counters.persisted(counters.takeDirty(), false);
        QVERIFY(counters.isBehind());
        counters.persisted(counters.takeDirty(), true);
        QVERIFY(!counters.isBehind());
        QCOMPARE(counters.take(counted, {noon(), 0ns}).outcome, Verdict::Allowed);
    }

    // And nobody's calls take that bound from somebody else, least of all those that no quota counts.
    void storeBehindIsEachPartnersOwn()
    {
        Counters counters(true);
        const LimitSubject counted = subject({1e9, 1000000000, 1'000'000});
        LimitSubject sandbox = counted;
        sandbox.realm = Realm::Sandbox;
        LimitSubject free = subject({1e9, 1000000000, 0});
        free.partnerId = u"prt_free"_s;
        LimitSubject other = counted;
        other.partnerId = u"prt_other"_s;
        for (qint64 i = 0; i < Counters::maxUnpersisted; ++i) {
            QCOMPARE(counters.take(free, {noon(), 0ns}).outcome, Verdict::Allowed);
            QCOMPARE(counters.take(other, {noon(), 0ns}).outcome, Verdict::Allowed);
        }
        QCOMPARE(counters.unpersisted(), Counters::maxUnpersisted);
        QCOMPARE(counters.take(other, {noon(), 0ns}).outcome, Verdict::QuotaExceeded);
        QCOMPARE(counters.take(counted, {noon(), 0ns}).outcome, Verdict::Allowed);
        QCOMPARE(counters.take(sandbox, {noon(), 0ns}).outcome, Verdict::Allowed);
        // What came while a batch was being written is not in it.
        const Counters::Dirty batch = counters.takeDirty();
        QCOMPARE(counters.take(counted, {noon(), 0ns}).outcome, Verdict::Allowed);
        counters.persisted(batch, true);
        QCOMPARE(counters.unpersisted(), 1);
        QCOMPARE(counters.take(other, {noon(), 0ns}).outcome, Verdict::Allowed);
    }

    // An entry is kept until its calls are written, whatever the day.
    void whatIsBeingWrittenIsNotForgotten()
    {
        Counters counters(true);
        const LimitSubject counted = subject({1e6, 10, 100});
        QCOMPARE(counters.take(counted, {noon(), 0ns}).outcome, Verdict::Allowed);
        const Counters::Dirty batch = counters.takeDirty();
        // Another realm of the same partner: the same shard is swept.
        LimitSubject sandbox = counted;
        sandbox.realm = Realm::Sandbox;
        QCOMPARE(counters.take(sandbox, {noon() + 72h, std::chrono::nanoseconds(72h)}).outcome,
                 Verdict::Allowed);
        QCOMPARE(counters.entryCount(), std::size_t(2));
        counters.persisted(batch, true);
        QCOMPARE(counters.unpersisted(), 1);
    }

    void realmsCountApart()
    {
        Counters counters;
        LimitSubject sandbox = subject({1e6, 1000, 1});
        sandbox.realm = Realm::Sandbox;
        QCOMPARE(counters.take(sandbox, {noon(), 0ns}).outcome, Verdict::Allowed);
        QCOMPARE(counters.take(sandbox, {noon(), 0ns}).outcome, Verdict::QuotaExceeded);
        QCOMPARE(counters.take(subject({1e6, 1000, 1}), {noon(), 0ns}).outcome, Verdict::Allowed);
    }

    void whatWasNeverCountedIsNothing()
    {
        Counters counters;
        const LimitSubject limited = subject({1, 1, 5});
        const QTimeZone utc = QTimeZone::utc();
        QCOMPARE(counters.quotaUsed(u"prt_1"_s, Realm::Production, utc, noon()), 0);
        QCOMPARE(counters.peek(limited, {noon(), 0ns}).quotaRemaining, 5);
        (void)counters.take(limited, {noon(), 0ns});
        QCOMPARE(counters.quotaUsed(u"prt_1"_s, Realm::Sandbox, utc, noon()), 0);
        LimitSubject sandbox = limited;
        sandbox.realm = Realm::Sandbox;
        QCOMPARE(counters.peek(sandbox, {noon(), 0ns}).quotaRemaining, 5);
        QCOMPARE(counters.entryCount(), std::size_t(1)); // asking makes no entry
    }

    void refusedCallsAreNothingToStore()
    {
        Counters counters(true);
        const LimitSubject limited = subject({1, 1, 5});
        QCOMPARE(counters.take(limited, {noon(), 0ns}).outcome, Verdict::Allowed);
        QCOMPARE(counters.take(limited, {noon(), 0ns}).outcome, Verdict::RateLimited);
        QCOMPARE(counters.unpersisted(), 1);
        QCOMPARE(counters.takeDirty().calls, std::vector<qint64>{1});
    }

    // A commit fails while the same counter moves on: it is stored once, as it is then.
    void whatMovedDuringAFailedCommitIsStoredOnce()
    {
        Counters counters(true);
        const LimitSubject limited = subject({1e6, 1000000, 9});
        (void)counters.take(limited, {noon(), 0ns});
        const Counters::Dirty first = counters.takeDirty();
        (void)counters.take(limited, {noon(), 0ns});
        counters.persisted(first, false);
        (void)counters.take(limited, {noon(), 0ns});
        Counters::Dirty again = counters.takeDirty();
        QCOMPARE(again.counts.size(), std::size_t(1));
        QCOMPARE(again.counts.front().used, 3);
        QCOMPARE(again.calls, std::vector<qint64>{3});
        counters.persisted(again, false); // and when nothing moved meanwhile
        (void)counters.take(limited, {noon(), 0ns});
        again = counters.takeDirty();
        QCOMPARE(again.counts.size(), std::size_t(1));
        QCOMPARE(again.calls, std::vector<qint64>{4});
    }

    // One partner's realms lie beside each other: a call of the one sweeps the other.
    void onlyWhatIsOverIsSwept_data()
    {
        QTest::addColumn<int>("days"); // between the first call and the sweep
        QTest::addColumn<bool>("allowed");
        QTest::addColumn<bool>("stored");
        QTest::addColumn<bool>("busy"); // its rate is not at rest yet
        QTest::addColumn<bool>("kept");
        QTest::newRow("of today") << 0 << true << true << false << true;
        QTest::newRow("of yesterday") << 1 << true << true << false << true;
        QTest::newRow("of the day before") << 2 << true << true << false << false;
        QTest::newRow("long over, not stored") << 9 << true << false << false << true;
        QTest::newRow("long over, its rate running") << 9 << true << true << true << true;
        QTest::newRow("of today, never counted") << 0 << false << true << false << false;
        QTest::newRow("of today, never counted or stored") << 0 << false << false << false << false;
    }

    void onlyWhatIsOverIsSwept()
    {
        QFETCH(int, days);
        QFETCH(bool, allowed);
        QFETCH(bool, stored);
        QFETCH(bool, busy);
        QFETCH(bool, kept);
        Counters counters;
        const auto interval = 20s;
        LimitSubject one = subject({allowed ? 1.0 / 20 : 0.0, 1, 100});
        const Instant start = noon() - days * 24h;
        QCOMPARE(counters.take(one, {start, 0ns}).outcome, allowed ? Verdict::Allowed : Verdict::RateLimited);
        if (stored)
            counters.persisted(counters.takeDirty(), true);
        LimitSubject other = subject({1e6, 10, 100});
        other.realm = Realm::Sandbox;
        // At rest from the very instant on at which its rate is.
        const auto when = std::chrono::nanoseconds(interval) - (busy ? 1ns : 0ns);
        (void)counters.take(other, {noon(), when});
        QCOMPARE(counters.entryCount(), std::size_t(kept ? 2 : 1));
    }

    void sweepsEveryTenSeconds()
    {
        Counters counters;
        const LimitSubject never = subject({0, 1, 0});
        LimitSubject other = subject({1e6, 10, 0});
        other.realm = Realm::Sandbox;
        (void)counters.take(other, {noon(), 30s}); // swept now
        (void)counters.take(never, {noon(), 30s});
        (void)counters.take(other, {noon(), 40s});
        QCOMPARE(counters.entryCount(), std::size_t(2));
        (void)counters.take(other, {noon(), 40s + 1ns});
        QCOMPARE(counters.entryCount(), std::size_t(1));
    }

    void forgetsWhatIsOver()
    {
        Counters counters;
        LimitSubject limited = subject({1e6, 10, 100});
        for (int i = 0; i < 5000; ++i) {
            limited.partnerId = u"prt_%1"_s.arg(i);
            (void)counters.take(limited, {noon(), 0ns});
        }
        QCOMPARE(counters.entryCount(), std::size_t(5000));
        counters.persisted(counters.takeDirty(), true);
        for (int i = 0; i < 5000; ++i) { // three days later every shard is used again, and swept
            limited.partnerId = u"prt_%1"_s.arg(i % 500);
            (void)counters.take(limited, {noon() + 72h, std::chrono::nanoseconds(72h)});
        }
        QCOMPARE(counters.entryCount(), std::size_t(500));
    }
};

QTEST_APPLESS_MAIN(TestCounters)
#include "tst_counters.moc"
